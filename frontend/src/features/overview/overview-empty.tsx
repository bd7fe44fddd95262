/// The overview when there is nobody on the board: because no account is played, or the game does not answer, has not yet,
/// or knows nobody.
import { Link } from '@tanstack/react-router'
import { CloudOff, Drama, Hourglass, KeyRound, type LucideIcon } from 'lucide-react'
import type { Status } from '@/api/schema'
import { FullPage } from '@/components/full-page'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'

interface Scene {
  icon: LucideIcon
  title: string
  text: string
}

const scenes: Record<Status['game']['state'], Scene> = {
  away: {
    icon: CloudOff,
    title: 'The game does not answer',
    text: 'Your characters show as soon as it is back. Callboard keeps asking by itself.',
  },
  starting: {
    icon: Hourglass,
    title: 'Asking the game for your characters',
    text: 'This takes a moment after a start.',
  },
  ok: {
    icon: Drama,
    title: 'No characters yet',
    text: 'The account has none. Create one in the game, and it shows here within a quarter of an hour.',
  },
}

interface EmptyProps {
  notices: readonly Notice[]
  status: Status | undefined
}

export function OverviewEmpty({ notices, status }: EmptyProps) {
  const noAccount = status?.accounts.length === 0
  return (
    <>
      <NoticeList notices={notices} />
      {noAccount ? <NoAccount /> : <Nobody scene={scenes[status?.game.state ?? 'starting']} />}
    </>
  )
}

function Nobody({ scene }: { scene: Scene }) {
  return (
    <FullPage icon={scene.icon} title={scene.title}>
      <p>{scene.text}</p>
    </FullPage>
  )
}

function NoAccount() {
  const add = (
    <Link to="/accounts" className="text-curtain underline">
      Add an account
    </Link>
  )
  return (
    <FullPage icon={KeyRound} title="No account yet" action={add}>
      <p>Callboard plays the characters of your game account, once you have given it the account’s token.</p>
    </FullPage>
  )
}
