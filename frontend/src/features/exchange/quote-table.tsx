/// What everything goes for, to be searched and sorted.
import { useId } from 'react'
import type { QuoteView, SeasonView } from '@/api/schema'
import { box } from '@/components/form/field-frame'
import { Panel } from '@/components/panel'
import { cn } from '@/lib/cn'
import { number, title } from '@/lib/format'
import { gold } from './gold'
import type { ExchangeSearch, Sort } from './search'

const columns: { sort: Sort; label: string; className?: string }[] = [
  { sort: 'fair', label: 'Fair value' },
  { sort: 'bid', label: 'Bid' },
  { sort: 'ask', label: 'Ask' },
  { sort: 'spread', label: 'Spread', className: 'hidden sm:table-cell' },
  { sort: 'pieces_per_day', label: 'Sold in a day', className: 'hidden sm:table-cell' },
  { sort: 'gold_per_day', label: 'Gold in a day', className: 'hidden md:table-cell' },
]

/** So many items that nobody trades are offered for a search. */
const UNTRADED = 8

interface QuoteTableProps {
  quotes: readonly QuoteView[]
  /** Whose items are found too, though nobody trades them yet. */
  season: SeasonView | undefined
  search: ExchangeSearch
  onSearch: (search: ExchangeSearch) => void
}

export function QuoteTable({ quotes, season, search, onSearch }: QuoteTableProps) {
  const id = useId()
  const sort = search.sort ?? 'gold_per_day'
  const wanted = search.find?.toLowerCase().replaceAll(' ', '_') ?? ''
  const found = quotes.filter(({ code }) => code.includes(wanted)).sort((a, b) => order(a, b, sort))
  const find = (
    <label htmlFor={id} className="flex items-center gap-2 text-sm">
      Item
      <input
        id={id}
        type="search"
        value={search.find ?? ''}
        onChange={({ target }) => onSearch({ ...search, find: target.value || undefined })}
        placeholder="any"
        className={cn(box, 'h-8 w-40')}
      />
    </label>
  )
  if (found.length === 0) {
    const open = (item: string) => onSearch({ ...search, item })
    return (
      <Panel title="Prices" aside={find}>
        <Untraded codes={wanted ? tradeable(season, wanted) : []} known={quotes.length > 0} onOpen={open} />
      </Panel>
    )
  }
  return (
    <Panel title="Prices" aside={find}>
      <div className="max-h-[36rem] overflow-auto">
        <table className="w-full text-right text-sm">
          <thead className="sticky top-0 bg-sheet text-xs text-soft">
            <tr>
              <Head
                sort="code"
                label="Item"
                now={sort}
                className="text-left"
                search={search}
                onSearch={onSearch}
              />
              {columns.map((column) => (
                <Head key={column.sort} {...column} now={sort} search={search} onSearch={onSearch} />
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {found.map((quote) => (
              <tr key={quote.code} className={cn(quote.code === search.item && 'bg-sunken')}>
                <th scope="row" className="px-4 py-1.5 text-left font-medium">
                  <button
                    type="button"
                    className="underline decoration-line underline-offset-4 hover:decoration-curtain"
                    onClick={() => onSearch({ ...search, item: quote.code })}
                  >
                    {title(quote.code)}
                  </button>
                  <span className="block text-xs font-normal text-soft sm:hidden">
                    {number(quote.pieces_per_day)} a day, spread {gold(quote.spread)}
                  </span>
                </th>
                {columns.map(({ sort, className }) => (
                  <td
                    key={sort}
                    title={sort === 'fair' ? quote.fair_from : undefined}
                    className={cn('px-2 py-1.5 last:pr-4', className)}
                  >
                    {gold(quote[sort as Exclude<Sort, 'code'>])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function tradeable(season: SeasonView | undefined, wanted: string): string[] {
  const items = season?.items.filter((item) => item.tradeable && item.code.includes(wanted)) ?? []
  return items.slice(0, UNTRADED).map((item) => item.code)
}

interface UntradedProps {
  codes: readonly string[]
  /** Whether something is known of other items. */
  known: boolean
  onOpen: (item: string) => void
}

function Untraded({ codes, known, onOpen }: UntradedProps) {
  const none = known ? 'No item is called like that.' : 'Nothing is known of any item yet.'
  return (
    <div className="space-y-3 px-4 py-6 text-center text-soft">
      <p>{codes.length > 0 ? 'Nothing is known of orders for these:' : none}</p>
      {codes.length > 0 && (
        <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1">
          {codes.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="underline decoration-line underline-offset-4 hover:decoration-curtain"
                onClick={() => onOpen(code)}
              >
                {title(code)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface HeadProps {
  sort: Sort
  label: string
  className?: string
  now: Sort
  search: ExchangeSearch
  onSearch: (search: ExchangeSearch) => void
}

function Head({ sort, label, className, now, search, onSearch }: HeadProps) {
  const isIt = sort === now
  const direction = sort === 'code' ? 'ascending' : 'descending'
  return (
    <th
      scope="col"
      aria-sort={isIt ? direction : undefined}
      className={cn('px-2 py-2 font-medium first:pl-4 last:pr-4', className)}
    >
      <button
        type="button"
        className={cn('hover:text-ink', isIt && 'text-curtain')}
        onClick={() => onSearch({ ...search, sort })}
      >
        {label}
      </button>
    </th>
  )
}

/** By name, or the largest first; what is not known comes last. */
function order(a: QuoteView, b: QuoteView, sort: Sort): number {
  if (sort === 'code') return a.code.localeCompare(b.code)
  return (b[sort] ?? Number.NEGATIVE_INFINITY) - (a[sort] ?? Number.NEGATIVE_INFINITY)
}
