/// Fetches the accounts, and decides between loading, error and the view.
import { Unplug } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { usePageTitle } from '@/lib/page-title'
import { AccountsView } from './accounts-view'
import { useAccounts } from './queries'

export function AccountsPage() {
  const { stale, status, characters } = useAccounts()
  const accounts = status.data?.accounts ?? []
  const broken = accounts.filter(({ state }) => state === 'rejected' || state === 'sealed')
  usePageTitle('Accounts', broken.length)

  if (!status.data) return status.error ? <Failed error={status.error} retry={status.refetch} /> : <Loading />
  return (
    <AccountsView
      accounts={accounts}
      characters={characters.data ?? []}
      staleAsOf={stale ? status.dataUpdatedAt : undefined}
    />
  )
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const again = <Button onClick={() => retry()}>Try again</Button>
  return (
    <FullPage icon={Unplug} title="The accounts could not be loaded" action={again}>
      <p role="alert">{error.message}</p>
    </FullPage>
  )
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the accounts" className="mx-auto max-w-4xl space-y-4">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-32" />
      <Skeleton className="h-48" />
    </div>
  )
}
