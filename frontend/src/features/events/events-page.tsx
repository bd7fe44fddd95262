/// Fetches what goes on in the game, and decides between loading, error and the view.
import { useLive } from '@/components/notices/use-live'
import { PageFailed } from '@/components/page-failed'
import { PageLoading } from '@/components/page-loading'
import { usePageTitle } from '@/lib/page-title'
import { EventsView } from './events-view'
import { useEvents, useGoals, useSeasonEvents } from './queries'

export function EventsPage() {
  const { data, error, refetch } = useEvents()
  const season = useSeasonEvents()
  const goals = useGoals()
  const { characters, status, staleAsOf, notices } = useLive()
  usePageTitle('Events')
  if (!data) {
    if (error) return <PageFailed what="events" error={error} onRetry={refetch} />
    return <PageLoading what="events" />
  }
  return (
    <EventsView
      events={data}
      season={season}
      characters={characters.data ?? []}
      accounts={status?.accounts ?? []}
      goals={goals}
      notices={notices}
      stale={staleAsOf !== undefined}
    />
  )
}
