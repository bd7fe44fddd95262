/// Draws a bank from plain props. Where they come from is `bank-page.tsx`.
import type { BankView as Bank } from '@/api/schema'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'
import { cn } from '@/lib/cn'
import { BankFacts } from './bank-facts'
import { FindBar } from './find-bar'
import type { BankSearch } from './search'
import { StockRow } from './stock-row'

interface BankViewProps {
  bank: Bank
  account: string | undefined
  accounts: readonly string[]
  search: BankSearch
  onSearch: (search: BankSearch) => void
  notices: readonly Notice[]
  stale: boolean
}

export function BankView({ bank, account, accounts, search, onSearch, notices, stale }: BankViewProps) {
  const wanted = search.find?.toLowerCase().replaceAll(' ', '_') ?? ''
  const found = bank.items.filter(
    ({ code, reserved }) => code.includes(wanted) && (!search.reserved || reserved.length > 0),
  )
  return (
    <div className="mx-auto max-w-4xl space-y-4">
      <h1 className="font-serif text-2xl font-semibold">Bank</h1>
      <NoticeList notices={notices} />
      <BankFacts bank={bank} />
      <FindBar account={account} accounts={accounts} search={search} onSearch={onSearch} />
      <section aria-label="Items" data-stale={stale} className={cn(stale && 'opacity-80 saturate-25')}>
        {found.length === 0 ? (
          <p className="py-6 text-center text-soft">
            {bank.items.length === 0 ? 'Nothing lies there yet.' : 'Nothing in the bank is like that.'}
          </p>
        ) : (
          <ul className="divide-y divide-line rounded-xl border border-line bg-sheet">
            {found.map((item) => (
              <StockRow key={item.code} item={item} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
