/// Fetches an account's bank, and decides between loading, error and the view.
import { Unplug } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { useLive } from '@/components/notices/use-live'
import { PageFailed } from '@/components/page-failed'
import { PageLoading } from '@/components/page-loading'
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
    if (error) return <PageFailed what="bank" error={error} onRetry={() => bank.refetch()} />
    return account || !characters.data ? <PageLoading what="bank" /> : <Nobody />
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

function Nobody() {
  return (
    <FullPage icon={Unplug} title="No account is played">
      <p>A bank belongs to an account. Add one on the page Accounts.</p>
    </FullPage>
  )
}
