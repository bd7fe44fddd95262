/// Fetches the goals, and decides between loading, error and the view.
import { Unplug } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { usePageTitle } from '@/lib/page-title'
import { GoalsView } from './goals-view'
import { useGoals } from './queries'

export function GoalsPage() {
  const { connection, goals } = useGoals()
  usePageTitle('Goals')
  if (!goals.data) {
    return goals.error ? (
      <FullPage
        icon={Unplug}
        title="The goals could not be loaded"
        action={<Button onClick={() => goals.refetch()}>Try again</Button>}
      >
        <p role="alert">{goals.error.message}</p>
      </FullPage>
    ) : (
      <div role="status" aria-label="Loading the goals" className="space-y-4">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    )
  }
  const fresh = connection.state === 'live' || connection.state === 'connecting'
  return <GoalsView goals={goals.data} staleAsOf={fresh ? undefined : goals.dataUpdatedAt} />
}
