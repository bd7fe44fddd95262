/// An order of one's own for an item: one character goes to the exchange and places it.
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Character } from '@/api/characters'
import type { QuoteView, SeasonView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { box } from '@/components/form/field-frame'
import { useOrders } from '@/components/hand/queries'
import { wayTo } from '@/components/hand/way-to'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { number, words } from '@/lib/format'
import { ByWhom, handiest } from './by-whom'
import { Placed } from './placed'

/** Most pieces of one order. */
const MOST = 100
/** Most gold for a piece. */
const DEAREST = 1_000_000_000

interface PlaceOrderProps {
  quote: QuoteView
  season: SeasonView
  characters: readonly Character[]
}

export function PlaceOrder({ quote, season, characters }: PlaceOrderProps) {
  const [name, setName] = useState(() => handiest(characters, season))
  const [sells, setSells] = useState(true)
  const [quantity, setQuantity] = useState('1')
  const [price, setPrice] = useState(
    String(Math.max(1, Math.round(quote.fair ?? quote.ask ?? quote.bid ?? 1))),
  )
  const character = characters.find((one) => one.name === name) ?? characters[0]
  const order = useOrders(character?.name ?? '')
  if (!character) return null
  const pieces = Number(quantity)
  const total = pieces * Number(price)
  const lack = missing(character, quote.code, sells, pieces, Number(price))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const type = sells ? 'ge_create_sell_order' : 'ge_create_buy_order'
    const way = wayTo('grand_exchange', character, season)
    order.mutate([...way, { type, code: quote.code, quantity: pieces, price: Number(price) }])
  }
  return (
    <form
      aria-label="Place an order"
      onSubmit={submit}
      noValidate
      className="space-y-3 rounded-lg border border-line bg-sunken p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">Place an order</h3>
        <ByWhom characters={characters} chosen={character.name} onChoose={setName} />
      </div>
      <div className="grid grid-cols-3 gap-3">
        <Labelled label="Order to">
          {(id) => (
            <select
              id={id}
              value={sells ? 'sell' : 'buy'}
              onChange={({ target }) => setSells(target.value === 'sell')}
              className={cn(box, 'mt-1 h-9')}
            >
              <option value="sell">Sell</option>
              <option value="buy">Buy</option>
            </select>
          )}
        </Labelled>
        <Labelled label="Pieces">
          {(id) => <Amount id={id} value={quantity} most={MOST} onWrite={setQuantity} />}
        </Labelled>
        <Labelled label="Gold each">
          {(id) => <Amount id={id} value={price} most={DEAREST} onWrite={setPrice} />}
        </Labelled>
      </div>
      {order.error && (
        <Callout tone="alarm" role="alert">
          {order.error.message}
        </Callout>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-xs text-soft">{lack ?? `${number(total)} gold in all.`}</p>
        <Button type="submit" variant="main" size="small" disabled={order.isPending || lack !== undefined}>
          Place it
        </Button>
      </div>
      {order.isSuccess && <Placed character={character} />}
    </form>
  )
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="text-xs font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

interface AmountProps {
  id: string
  value: string
  most: number
  onWrite: (value: string) => void
}

function Amount({ id, value, most, onWrite }: AmountProps) {
  return (
    <input
      id={id}
      type="number"
      min={1}
      max={most}
      step={1}
      value={value}
      onChange={({ target }) => onWrite(target.value)}
      className={cn(box, 'mt-1 h-9')}
    />
  )
}

/** Why it cannot be placed, in a sentence; nothing when it can. */
function missing(character: Character, code: string, sells: boolean, pieces: number, price: number) {
  if (!(Number.isInteger(pieces) && pieces >= 1 && pieces <= MOST)) return `An order has 1 to ${MOST} pieces.`
  if (!(Number.isInteger(price) && price >= 1 && price <= DEAREST))
    return `A price is whole gold, 1 to ${number(DEAREST)}.`
  const carried = character.inventory.items.find((stack) => stack.code === code)?.quantity ?? 0
  if (sells && carried < pieces) return `${character.name} carries ${number(carried)} ${words(code)}.`
  if (!sells && character.gold < pieces * price)
    return `${character.name} carries ${number(character.gold)} gold.`
  return undefined
}
