/// Fetches what goes on in the game, and decides between loading, error and the view.
import { Unplug } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { useLive } from '@/components/notices/use-live'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { usePageTitle } from '@/lib/page-title'
import { EventsView } from './events-view'
import { useEvents, useSeasonEvents } from './queries'

export function EventsPage() {
  const { data, error, refetch } = useEvents()
  const season = useSeasonEvents()
  const { characters, status, staleAsOf, notices } = useLive()
  usePageTitle('Events')
  if (!data) return error ? <Failed error={error} onRetry={refetch} /> : <Loading />
  return (
    <EventsView
      events={data}
      season={season}
      characters={characters.data ?? []}
      accounts={status?.accounts ?? []}
      notices={notices}
      stale={staleAsOf !== undefined}
    />
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const retry = <Button onClick={() => onRetry()}>Try again</Button>
  return (
    <FullPage icon={Unplug} title="The events could not be loaded" action={retry}>
      <p role="alert">{error.message}</p>
      <p>The page goes on trying by itself.</p>
    </FullPage>
  )
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the events" className="space-y-4">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-40" />
      <Skeleton className="h-40" />
    </div>
  )
}
