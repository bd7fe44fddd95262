/// One account: how it is, who plays in it, its share of the requests, and what can be done about it.
import type { Character } from '@/api/characters'
import type { AccountView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Chip } from '@/components/chip'
import { Meter } from '@/components/meter'
import { count } from '@/lib/format'
import { company, origin, share, stateWord } from './account-facts'
import { MendDialog } from './mend-dialog'
import { RemoveQuestion } from './remove-question'

interface AccountRowProps {
  account: AccountView
  accounts: readonly AccountView[]
  characters: readonly Character[]
}

export function AccountRow({ account, accounts, characters }: AccountRowProps) {
  const { name, state, message } = account
  const { word, tone } = stateWord(account)
  const title = name ?? 'A token whose account is not known'
  return (
    <article aria-label={title} className="rounded-xl border border-line bg-sheet px-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-serif text-lg font-semibold wrap-anywhere">{title}</h2>
        <Chip tone={tone}>{word}</Chip>
        {name && state !== 'removing' && (
          <div className="ml-auto flex flex-wrap gap-2">
            <MendDialog name={name} urgent={state === 'rejected' || state === 'sealed'} />
            {account.origin === 'added' && <RemoveQuestion name={name} />}
          </div>
        )}
      </div>
      {message && (
        <Callout tone="alarm" className="mt-3">
          {message.charAt(0).toUpperCase() + message.slice(1)}.
        </Callout>
      )}
      <dl className="mt-3 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-3">
        <div>
          <dt className="text-xs text-soft">Characters</dt>
          <dd>{company(account, characters)}</dd>
        </div>
        <Requests account={account} accounts={accounts} />
        <div>
          <dt className="text-xs text-soft">Token</dt>
          <dd>{origin(account)}</dd>
        </div>
      </dl>
    </article>
  )
}

function Requests({ account, accounts }: Pick<AccountRowProps, 'account' | 'accounts'>) {
  const part = share(account, accounts)
  const requests = count(account.requests_last_hour, 'request')
  return (
    <div>
      <dt className="text-xs text-soft">Within the last hour</dt>
      <dd>
        {requests}
        {part !== undefined && accounts.length > 1 && `, ${Math.round(part * 100)} % of all`}
        {accounts.length > 1 && (
          <Meter value={part ?? 0} max={1} fill="bg-brass-fill" className="mt-1 max-w-64" />
        )}
      </dd>
    </div>
  )
}
