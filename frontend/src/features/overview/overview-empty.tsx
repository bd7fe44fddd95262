/// The overview of a server that plays nobody.
import { Drama } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { NoticeList } from './notice-list'
import type { Notice } from './notices'

export function OverviewEmpty({ notices }: { notices: readonly Notice[] }) {
  return (
    <>
      <NoticeList notices={notices} />
      <FullPage icon={Drama} title="No characters yet">
        <p>Nobody is on the board. Characters appear here as soon as the server plays an account.</p>
        <p>
          Give it a game token in <code>ARTIFACTS_TOKEN</code>, or start it without one to play the built-in
          sandbox.
        </p>
      </FullPage>
    </>
  )
}
