/// Fetches the goals, and decides between loading, error and the view.
import { PageFailed } from '@/components/page-failed'
import { PageLoading } from '@/components/page-loading'
import { usePageTitle } from '@/lib/page-title'
import { GoalsView } from './goals-view'
import { useGoals } from './queries'

export function GoalsPage() {
  const { connection, goals } = useGoals()
  usePageTitle('Goals')
  if (!goals.data) {
    const { error, refetch } = goals
    if (error) return <PageFailed what="goals" error={error} onRetry={refetch} />
    return <PageLoading what="goals" />
  }
  const fresh = connection.state === 'live' || connection.state === 'connecting'
  return <GoalsView goals={goals.data} staleAsOf={fresh ? undefined : goals.dataUpdatedAt} />
}
