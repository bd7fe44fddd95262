/// Fetches what the page of automations shows, and decides between loading, error and the view.
import { useDefaults } from '@/components/automation/queries'
import { trouble } from '@/components/character/standing'
import { useLive } from '@/components/notices/use-live'
import { PageFailed } from '@/components/page-failed'
import { Skeleton } from '@/components/skeleton'
import { usePageTitle } from '@/lib/page-title'
import { AutomationsView } from './automations-view'

export function AutomationsPage() {
  const { characters, staleAsOf, notices } = useLive()
  const defaults = useDefaults()
  const stuck = characters.data?.filter((character) => trouble(character) !== undefined).length
  usePageTitle('Automations', stuck)

  if (!characters.data) {
    const { error, refetch } = characters
    if (error) return <PageFailed what="characters" error={error} onRetry={refetch} />
    return (
      <div role="status" aria-label="Loading the automations" className="grid gap-4 pt-10 lg:grid-cols-3">
        <Skeleton className="h-56" />
        <Skeleton className="h-56" />
        <Skeleton className="h-56" />
      </div>
    )
  }
  return (
    <AutomationsView
      characters={characters.data}
      defaults={defaults}
      notices={notices}
      stale={staleAsOf !== undefined}
    />
  )
}
