/// The open orders for an item: what sellers ask beside what buyers offer, the best first.
import type { BookOrderView } from '@/api/schema'
import { Chip } from '@/components/chip'
import { number } from '@/lib/format'

/** Orders of each side that are shown. */
const SHOWN = 8

export function Book({ orders }: { orders: readonly BookOrderView[] }) {
  const side = (kind: string) => orders.filter((order) => order.kind === kind)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Side name="Sellers ask" none="Nobody offers any." orders={side('sell')} />
      <Side name="Buyers offer" none="Nobody asks for any." orders={side('buy')} />
    </div>
  )
}

function Side({ name, none, orders }: { name: string; none: string; orders: readonly BookOrderView[] }) {
  const more = orders.length - SHOWN
  return (
    <section aria-label={name}>
      <h3 className="mb-1 font-medium">{name}</h3>
      {orders.length === 0 && <p className="text-soft">{none}</p>}
      <ul className="divide-y divide-line">
        {orders.slice(0, SHOWN).map(({ id, price, quantity, own }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-1">
            <span>{number(price)} gold</span>
            <span className="flex items-center gap-2">
              {own && <Chip tone="good">yours</Chip>}
              {number(quantity)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-xs text-soft">and {number(more)} more</p>}
    </section>
  )
}
