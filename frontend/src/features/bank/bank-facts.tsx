/// The gold in a bank, its slots, and what more of them would cost.
import type { BankView } from '@/api/schema'
import { Meter } from '@/components/meter'
import { number } from '@/lib/format'

export function BankFacts({ bank: { gold, slots, items, next_expansion_cost } }: { bank: BankView }) {
  const missing = next_expansion_cost - gold
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-xl border border-line bg-sheet px-4 py-4 text-sm sm:grid-cols-3 [&_dt]:text-xs [&_dt]:text-soft">
      <div>
        <dt>Gold</dt>
        <dd className="text-lg font-medium">{number(gold)}</dd>
      </div>
      <div>
        <dt>Slots</dt>
        <dd>
          {items.length} of {slots} in use
          <Meter value={items.length} max={slots} fill="bg-brass-fill" className="mt-1 max-w-64" />
        </dd>
      </div>
      <div>
        <dt>Next expansion</dt>
        <dd>
          {number(next_expansion_cost)} gold
          <span className="text-soft">
            {missing > 0 ? `, ${number(missing)} more than there is` : ', there is enough'}
          </span>
        </dd>
      </div>
    </dl>
  )
}
