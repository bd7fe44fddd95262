/// Fetches an account's bank, and decides between loading, error and the view.
import { Unplug } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { useLive } from '@/components/notices/use-live'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { usePageTitle } from '@/lib/page-title'
import { BankView } from './bank-view'
import { useBank } from './queries'
import type { BankSearch } from './search'

interface BankPageProps {
  search: BankSearch
  onSearch: (search: BankSearch) => void
}

export function BankPage({ search, onSearch }: BankPageProps) {
  const { characters, notices } = useLive()
  const accounts = [...new Set((characters.data ?? []).map(({ account }) => account))].sort()
  const account = search.account ?? accounts[0]
  const bank = useBank(account)
  usePageTitle('Bank')
  if (!bank.data) {
    const error = bank.error ?? characters.error
    if (error) return <Failed error={error} onRetry={() => bank.refetch()} />
    return account || !characters.data ? <Loading /> : <Nobody />
  }
  return (
    <BankView
      bank={bank.data}
      account={account}
      accounts={accounts}
      search={search}
      onSearch={onSearch}
      notices={notices}
      stale={bank.isError}
    />
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const retry = <Button onClick={() => onRetry()}>Try again</Button>
  return (
    <FullPage icon={Unplug} title="The bank could not be loaded" action={retry}>
      <p role="alert">{error.message}</p>
      <p>The page goes on trying by itself.</p>
    </FullPage>
  )
}

function Nobody() {
  return (
    <FullPage icon={Unplug} title="No account is played">
      <p>A bank belongs to an account. Add one on the page Accounts.</p>
    </FullPage>
  )
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the bank" className="space-y-4">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-16" />
      <Skeleton className="h-72" />
    </div>
  )
}
