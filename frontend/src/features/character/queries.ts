/// What the page of a character asks of the server.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, data } from '@/api/client'
import { keys } from '@/api/keys'

/** What the live view leaves out; asked again with each new version of the character. */
export function useDetails(name: string, version: number | undefined) {
  const details = useQuery({
    queryKey: [...keys.details(name), version],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/characters/{name}/details', { params: { path: { name } }, signal })),
    enabled: version !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return details.data
}

/** How often to add the last minute to the ledger. */
const LEDGER_MS = 30_000

/** Where the time of the last day went. */
export function useLedger(name: string) {
  return useQuery({
    queryKey: keys.ledger(name),
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/characters/{name}/ledger', { params: { path: { name } }, signal })),
    staleTime: 0,
    refetchInterval: LEDGER_MS,
  })
}
