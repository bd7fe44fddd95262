/// One item: how it stands, its last week, its orders, and an order of one's own.
import { X } from 'lucide-react'
import type { Character } from '@/api/characters'
import type { ItemExchangeView, QuoteView, SeasonView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Panel } from '@/components/panel'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { number, title } from '@/lib/format'
import { AlertForm } from './alert-form'
import { Book } from './book'
import { gold } from './gold'
import { PlaceOrder } from './place-order'
import { PriceChart } from './price-chart'
import { useItem } from './queries'

interface ItemPanelProps {
  item: string
  season: SeasonView | undefined
  characters: readonly Character[]
  onClose: () => void
}

export function ItemPanel({ item, season, characters, onClose }: ItemPanelProps) {
  const { data, error } = useItem(item)
  const close = (
    <Button variant="quiet" size="icon" aria-label="Close" onClick={onClose}>
      <X aria-hidden />
    </Button>
  )
  return (
    <Panel title={title(item)} aside={close}>
      <div className="space-y-4 px-4 py-3 text-sm">
        {error && (
          <Callout tone="warn" role="alert">
            {error.message}
          </Callout>
        )}
        {!data && !error && <Skeleton className="h-72" />}
        {data && <Item item={data} season={season} characters={characters} />}
      </div>
    </Panel>
  )
}

interface ItemProps {
  item: ItemExchangeView
  season: SeasonView | undefined
  characters: readonly Character[]
}

function Item({ item: { quote, orders, hours }, season, characters }: ItemProps) {
  return (
    <>
      <Facts quote={quote} />
      <PriceChart hours={hours} />
      <Book orders={orders} />
      {season && characters.length > 0 && (
        <PlaceOrder quote={quote} season={season} characters={characters} />
      )}
      <AlertForm quote={quote} />
    </>
  )
}

function Facts({ quote }: { quote: QuoteView }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3 [&_dd]:font-medium [&_dt]:text-xs [&_dt]:text-soft">
      <div className="col-span-full">
        <dt>Fair value</dt>
        <dd className="text-lg">{quote.fair === null ? 'Not known' : `${gold(quote.fair)} gold`}</dd>
        <dd className="text-xs font-normal! text-soft">{quote.fair_from}.</dd>
      </div>
      <div>
        <dt>Buyers offer</dt>
        <dd>
          {gold(quote.bid)} {quote.bid !== null && `for ${number(quote.bid_pieces)}`}
        </dd>
      </div>
      <div>
        <dt>Sellers ask</dt>
        <dd>
          {gold(quote.ask)} {quote.ask !== null && `for ${number(quote.ask_pieces)}`}
        </dd>
      </div>
      <div>
        <dt>Sold in a day</dt>
        <dd>
          {number(quote.pieces_per_day)} for {number(quote.gold_per_day)} gold
        </dd>
      </div>
    </dl>
  )
}
