/// What a character carries, and what lies in its account's bank.
import type { Character } from '@/api/characters'
import type { BankView, StackView } from '@/api/schema'
import { Meter } from '@/components/meter'
import { Panel } from '@/components/panel'
import { number, words } from '@/lib/format'

export function Bag({ character, bank }: { character: Character; bank: BankView | undefined }) {
  const { items, total, max_items, slots, slots_used } = character.inventory
  return (
    <Panel
      title="Bag"
      aside={
        <span className="text-sm text-soft">
          {number(total)} of {number(max_items)} items
        </span>
      }
    >
      <Meter value={total} max={max_items} fill="bg-brass-fill" className="h-1 rounded-none" />
      <Items items={items} empty="It is empty." />
      <p className="px-4 pb-3 text-xs text-soft">
        {slots_used} of {slots} stacks in use
      </p>
      {bank && (
        <details className="border-t border-line text-sm">
          <summary className="px-4 py-2.5 hover:bg-sunken">
            Bank <span className="text-soft">· {number(bank.gold)} gold</span>{' '}
            <span className="text-soft">
              · {bank.items.length} of {bank.slots} slots
            </span>
          </summary>
          <Items items={bank.items} empty="Nothing lies there." />
        </details>
      )}
    </Panel>
  )
}

function Items({ items, empty }: { items: readonly StackView[]; empty: string }) {
  if (items.length === 0) return <p className="px-4 py-3 text-sm text-soft">{empty}</p>
  return (
    <dl className="grid grid-cols-1 gap-y-1 px-4 py-3 text-sm">
      {items.map(({ code, quantity }) => (
        <div key={code} className="flex justify-between gap-3">
          <dt className="min-w-0 truncate first-letter:uppercase">{words(code)}</dt>
          <dd>{number(quantity)}</dd>
        </div>
      ))}
    </dl>
  )
}
