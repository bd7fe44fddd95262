/// Draws the exchange from plain props. Where they come from is `exchange-page.tsx`.
import type { Character } from '@/api/characters'
import type { OpportunityView, QuoteList, SeasonView } from '@/api/schema'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'
import { cn } from '@/lib/cn'
import { minuteOfDay } from '@/lib/format'
import { Alerts } from './alerts'
import { ItemPanel } from './item-panel'
import { Opportunities } from './opportunities'
import { OwnOrders } from './own-orders'
import { QuoteTable } from './quote-table'
import type { ExchangeSearch } from './search'

interface ExchangeViewProps {
  quotes: QuoteList
  opportunities: readonly OpportunityView[]
  season: SeasonView | undefined
  characters: readonly Character[]
  search: ExchangeSearch
  onSearch: (search: ExchangeSearch) => void
  notices: readonly Notice[]
  stale: boolean
}

export function ExchangeView(props: ExchangeViewProps) {
  const { quotes, opportunities, season, characters, search, onSearch, notices, stale } = props
  const open = (item: string) => onSearch({ ...search, item })
  return (
    <div data-stale={stale} className={cn('space-y-6', stale && 'opacity-80 saturate-25')}>
      <header className="space-y-3">
        <h1 className="font-serif text-2xl font-semibold">Exchange</h1>
        <NoticeList notices={notices} />
        <p className="text-sm text-soft">{known(quotes)}</p>
      </header>
      <div className={cn('grid items-start gap-6', search.item && 'xl:grid-cols-[1fr_1fr]')}>
        {search.item && (
          <ItemPanel
            key={search.item}
            item={search.item}
            season={season}
            characters={characters}
            onClose={() => onSearch({ ...search, item: undefined })}
          />
        )}
        <QuoteTable quotes={quotes.data} season={season} search={search} onSearch={onSearch} />
      </div>
      <Alerts onOpen={open} />
      <Opportunities opportunities={opportunities} known={quotes.as_of !== null} onOpen={open} />
      {season && <OwnOrders characters={characters} season={season} />}
    </div>
  )
}

function known({ as_of, is_told }: QuoteList): string {
  if (as_of === null)
    return 'The open orders have not been read yet; that is done soon after characters have begun to act.'
  const at = `All open orders were read at ${minuteOfDay(as_of)}`
  return is_told
    ? `${at}; the game has told of each order and sale since.`
    : `${at}; they are read now and then, for the game tells of them to members only.`
}
