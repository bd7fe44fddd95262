/// What the page of the exchange asks of the server.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, data } from '@/api/client'
import { keys } from '@/api/keys'

/** The server asks the game far less often; what members' accounts hear is there at once. */
const AGAIN_MS = 20_000
const again = { refetchInterval: AGAIN_MS, staleTime: 0 }

export function useQuotes() {
  return useQuery({
    queryKey: keys.quotes,
    queryFn: ({ signal }) => data(api.GET('/api/v1/exchange', { signal })),
    ...again,
  })
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
