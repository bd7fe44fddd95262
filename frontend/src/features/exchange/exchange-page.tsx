/// Fetches what everything goes for, and decides between loading, error and the view.
import { useQuery } from '@tanstack/react-query'
import { Unplug } from 'lucide-react'
import { seasonQuery } from '@/api/resources'
import { FullPage } from '@/components/full-page'
import { useLive } from '@/components/notices/use-live'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { usePageTitle } from '@/lib/page-title'
import { ExchangeView } from './exchange-view'
import { useOpportunities, useQuotes } from './queries'
import type { ExchangeSearch } from './search'

interface ExchangePageProps {
  search: ExchangeSearch
  onSearch: (search: ExchangeSearch) => void
}

export function ExchangePage({ search, onSearch }: ExchangePageProps) {
  const quotes = useQuotes()
  const opportunities = useOpportunities()
  const season = useQuery(seasonQuery)
  const { characters, notices } = useLive()
  usePageTitle('Exchange')
  if (!quotes.data) {
    return quotes.error ? <Failed error={quotes.error} onRetry={() => quotes.refetch()} /> : <Loading />
  }
  return (
    <ExchangeView
      quotes={quotes.data}
      opportunities={opportunities.data ?? []}
      season={season.data}
      characters={characters.data ?? []}
      search={search}
      onSearch={onSearch}
      notices={notices}
      stale={quotes.isError}
    />
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const retry = <Button onClick={() => onRetry()}>Try again</Button>
  return (
    <FullPage icon={Unplug} title="The exchange could not be loaded" action={retry}>
      <p role="alert">{error.message}</p>
      <p>The page goes on trying by itself.</p>
    </FullPage>
  )
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the exchange" className="space-y-4">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-72" />
    </div>
  )
}
