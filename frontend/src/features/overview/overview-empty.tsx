/// The overview when there is nobody on the board: because the game does not answer, has not yet, or knows nobody.
import { CloudOff, Drama, Hourglass, type LucideIcon } from 'lucide-react'
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
  game: Status['game']['state'] | undefined
}

export function OverviewEmpty({ notices, game = 'starting' }: EmptyProps) {
  const { icon, title, text } = scenes[game]
  return (
    <>
      <NoticeList notices={notices} />
      <FullPage icon={icon} title={title}>
        <p>{text}</p>
      </FullPage>
    </>
  )
}
