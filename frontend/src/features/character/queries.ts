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
