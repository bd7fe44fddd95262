/// Draws the accounts from plain props. Where they come from is `accounts-page.tsx`.
import type { Character } from '@/api/characters'
import type { AccountView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { cn } from '@/lib/cn'
import { timeOfDay } from '@/lib/format'
import { AccountRow } from './account-row'
import { AddAccount } from './add-account'

interface AccountsViewProps {
  accounts: readonly AccountView[]
  characters: readonly Character[]
  /** Set when the data is not fresh: when it arrived, local time in ms. */
  staleAsOf: number | undefined
}

export function AccountsView({ accounts, characters, staleAsOf }: AccountsViewProps) {
  const stale = staleAsOf !== undefined
  return (
    <div className="mx-auto max-w-4xl space-y-4">
      <h1 className="font-serif text-2xl font-semibold">Accounts</h1>
      {stale && <Callout tone="warn">What you see is as of {timeOfDay(staleAsOf)}.</Callout>}
      <section
        aria-label="Accounts that are played"
        data-stale={stale}
        className={cn('space-y-3', stale && 'opacity-80 saturate-25')}
      >
        {accounts.length === 0 && (
          <p className="py-6 text-center text-soft">
            The game has not told yet whose tokens these are. It is asked again by itself.
          </p>
        )}
        {accounts.map((account) => (
          <AccountRow
            key={account.name ?? ''}
            account={account}
            accounts={accounts}
            characters={characters}
          />
        ))}
      </section>
      <AddAccount />
    </div>
  )
}
