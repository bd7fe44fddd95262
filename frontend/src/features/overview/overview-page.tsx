/// Fetches what the overview shows, and decides between loading, error, empty and the view.
import type { Character } from '@/api/characters'
import { usePageTitle } from '@/lib/page-title'
import { AutomationControls } from './automation-controls'
import { notices } from './notices'
import { OverviewEmpty } from './overview-empty'
import { OverviewFailed } from './overview-failed'
import { OverviewLoading } from './overview-loading'
import { OverviewView } from './overview-view'
import { useDefaults, useOverview } from './queries'
import { summarize } from './summary'

export function OverviewPage() {
  const { connection, characters, status, tree } = useOverview()
  const defaults = useDefaults()
  const summary = summarize(characters.data ?? [], status.data)
  usePageTitle('Overview', summary.stuck.length)

  if (!characters.data) {
    const { error, refetch } = characters
    return error ? <OverviewFailed error={error} onRetry={refetch} /> : <OverviewLoading />
  }
  const fresh = connection.state === 'live' || connection.state === 'connecting'
  const asOf = characters.dataUpdatedAt
  const told = notices(connection, status.data, asOf)
  if (characters.data.length === 0) return <OverviewEmpty notices={told} game={status.data?.game.state} />
  return (
    <OverviewView
      characters={characters.data}
      summary={summary}
      notices={told}
      tree={tree.data && { root: tree.data, receivedAt: tree.dataUpdatedAt }}
      staleAsOf={fresh ? undefined : asOf}
      defaults={defaults}
      controls={controls}
    />
  )
}

/** One function for ever, so that the cards need not render again. */
const controls = (character: Character) => <AutomationControls character={character} />
