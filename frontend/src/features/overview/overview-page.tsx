/// Fetches what the overview shows, and decides between loading, error, empty and the view.
import type { Character } from '@/api/characters'
import { AutomationControls } from '@/components/automation/automation-controls'
import { useDefaults } from '@/components/automation/queries'
import { useLive } from '@/components/notices/use-live'
import { PageFailed } from '@/components/page-failed'
import { usePageTitle } from '@/lib/page-title'
import { OverviewEmpty } from './overview-empty'
import { OverviewLoading } from './overview-loading'
import { OverviewView } from './overview-view'
import { useTree } from './queries'
import { summarize } from './summary'

export function OverviewPage() {
  const { characters, status, staleAsOf, notices } = useLive()
  const tree = useTree()
  const defaults = useDefaults()
  const summary = summarize(characters.data ?? [], status)
  usePageTitle('Overview', summary.stuck.length)

  if (!characters.data) {
    const { error, refetch } = characters
    return error ? <PageFailed what="characters" error={error} onRetry={refetch} /> : <OverviewLoading />
  }
  if (characters.data.length === 0) return <OverviewEmpty notices={notices} status={status} />
  return (
    <OverviewView
      characters={characters.data}
      summary={summary}
      notices={notices}
      tree={tree.data && { root: tree.data, receivedAt: tree.dataUpdatedAt }}
      staleAsOf={staleAsOf}
      defaults={defaults}
      controls={controls}
    />
  )
}

/** One function for ever, so that the cards need not render again. */
const controls = (character: Character) => <AutomationControls character={character} />
