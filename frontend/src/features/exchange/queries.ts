/// What the page of the exchange asks of the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import type { QuoteList, WantedAlert } from '@/api/schema'

/** The server asks the game far less often; what members' accounts hear is there at once. */
const AGAIN_MS = 20_000
const again = { refetchInterval: AGAIN_MS, staleTime: 0 }

export function useQuotes() {
  return useQuery({
    queryKey: keys.quotes,
    queryFn: ({ signal }) => allQuotes(signal),
    ...again,
  })
}

/** All pages as one, for the table is searched and sorted here. */
async function allQuotes(signal: AbortSignal): Promise<QuoteList> {
  const page = (cursor?: string) =>
    data(api.GET('/api/v1/exchange', { params: { query: { limit: 500, cursor } }, signal }))
  let last = await page()
  const quotes = [...last.data]
  while (last.next_cursor) {
    last = await page(last.next_cursor)
    quotes.push(...last.data)
  }
  return { ...last, data: quotes }
}

export function useItem(item: string) {
  return useQuery({
    queryKey: keys.quote(item),
    queryFn: ({ signal }) => data(api.GET('/api/v1/exchange/{item}', { params: { path: { item } }, signal })),
    placeholderData: keepPreviousData,
    ...again,
  })
}

export function useOpportunities() {
  return useQuery({
    queryKey: keys.opportunities,
    queryFn: async ({ signal }) => (await data(api.GET('/api/v1/exchange/opportunities', { signal }))).data,
    ...again,
  })
}

export function useAlerts() {
  return useQuery({
    queryKey: keys.alerts,
    queryFn: ({ signal }) => data(api.GET('/api/v1/exchange/alerts', { signal })),
    ...again,
  })
}

export function useCreateAlert() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: WantedAlert) => data(api.POST('/api/v1/exchange/alerts', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.alerts }),
  })
}

export function useDeleteAlert() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      done(api.DELETE('/api/v1/exchange/alerts/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.alerts }),
  })
}
