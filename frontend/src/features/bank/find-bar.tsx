/// Whose bank is shown, and what of it.
import { useId } from 'react'
import { box } from '@/components/form/field-frame'
import { cn } from '@/lib/cn'
import type { BankSearch } from './search'

interface FindBarProps {
  account: string | undefined
  accounts: readonly string[]
  search: BankSearch
  onSearch: (search: BankSearch) => void
}

export function FindBar({ account, accounts, search, onSearch }: FindBarProps) {
  const id = useId()
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 text-sm">
      {accounts.length > 1 && (
        <div>
          <label htmlFor={`${id}-account`} className="font-medium">
            Account
          </label>
          <select
            id={`${id}-account`}
            value={account}
            onChange={({ target }) => onSearch({ ...search, account: target.value })}
            className={cn(box, 'mt-1 h-9')}
          >
            {accounts.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
      )}
      <div className="min-w-48 grow sm:max-w-80">
        <label htmlFor={`${id}-find`} className="font-medium">
          Item
        </label>
        <input
          id={`${id}-find`}
          type="search"
          value={search.find ?? ''}
          onChange={({ target }) => onSearch({ ...search, find: target.value || undefined })}
          placeholder="any"
          className={cn(box, 'mt-1 h-9')}
        />
      </div>
      <label className="flex h-9 items-center gap-2">
        <input
          type="checkbox"
          checked={search.reserved ?? false}
          onChange={({ target }) => onSearch({ ...search, reserved: target.checked || undefined })}
          className="size-4 accent-curtain-fill"
        />
        Only what is reserved
      </label>
    </div>
  )
}
