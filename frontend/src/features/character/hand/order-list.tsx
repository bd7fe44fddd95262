/// What was ordered by hand, the newest first, and what came of it.

import type { OrderView } from '@/api/schema'
import { Chip, type Tone } from '@/components/chip'
import { useWithdraw } from '@/components/hand/queries'
import { Button } from '@/components/ui/button'
import { title, words } from '@/lib/format'

const tones: Record<OrderView['state'], Tone> = {
  queued: 'wait',
  under_way: 'good',
  done: 'good',
  refused: 'alarm',
  withdrawn: 'idle',
}

export function OrderList({ name, orders }: { name: string; orders: readonly OrderView[] }) {
  const withdraw = useWithdraw(name)
  if (orders.length === 0) return null
  const waits = orders.some(({ state }) => state === 'queued')
  return (
    <div className="border-t border-line px-4 py-3">
      <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
        <h3 className="text-sm font-medium">Orders</h3>
        {waits && (
          <Button size="tiny" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            Withdraw what is queued
          </Button>
        )}
      </div>
      {waits && <p className="mb-2 text-xs text-soft">What is queued is forgotten when Callboard ends.</p>}
      {withdraw.error && (
        <p role="alert" className="mb-2 text-sm text-alarm">
          {withdraw.error.message}
        </p>
      )}
      <ol aria-label="Orders" className="space-y-2 text-sm">
        {orders.toReversed().map(({ id, words: what, state, outcome }) => (
          <li key={id} className="flex items-start justify-between gap-3">
            <span className="min-w-0">
              <span className="block wrap-break-word first-letter:uppercase">{words(what)}</span>
              {outcome && (
                <span className="block text-xs wrap-break-word text-soft first-letter:uppercase">
                  {words(outcome)}
                </span>
              )}
            </span>
            <Chip tone={tones[state]}>{title(state)}</Chip>
          </li>
        ))}
      </ol>
    </div>
  )
}
