/// Fetches the accounts, and decides between loading, error and the view.
import { PageFailed } from '@/components/page-failed'
import { PageLoading } from '@/components/page-loading'
import { usePageTitle } from '@/lib/page-title'
import { AccountsView } from './accounts-view'
import { useAccounts } from './queries'

export function AccountsPage() {
  const { stale, status, characters } = useAccounts()
  const accounts = status.data?.accounts ?? []
  const broken = accounts.filter(({ state }) => state === 'rejected' || state === 'sealed')
  usePageTitle('Accounts', broken.length)

  if (!status.data) {
    const { error, refetch } = status
    if (error) return <PageFailed what="accounts" error={error} onRetry={refetch} />
    return <PageLoading what="accounts" className="mx-auto max-w-4xl" />
  }
  return (
    <AccountsView
      accounts={accounts}
      characters={characters.data ?? []}
      staleAsOf={stale ? status.dataUpdatedAt : undefined}
    />
  )
}
