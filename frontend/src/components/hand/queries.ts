/// What playing by hand asks of the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import type { OrderRequest } from '@/api/schema'

/** Orders one after another, in the order given. */
export function useOrders(name: string) {
  return useMutation({
    mutationFn: async (bodies: readonly OrderRequest[]) => {
      for (const body of bodies) {
        await data(api.POST('/api/v1/characters/{name}/orders', { params: { path: { name } }, body }))
      }
    },
    onSuccess: useAskAgain(),
  })
}

/** How often the server is asked while somebody looks; it asks the game far less often. */
const EXCHANGE_MS = 60_000

/** What the account has on the Grand Exchange and what waits for it, while it is looked at; anew after each action. */
export function useOwnExchange(name: string, lastAction: string | undefined) {
  return useQuery({
    queryKey: [...keys.exchange(name), lastAction],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/characters/{name}/exchange', { params: { path: { name } }, signal })),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    refetchInterval: EXCHANGE_MS,
  })
}

export function useWithdraw(name: string) {
  return useMutation({
    mutationFn: () => data(api.DELETE('/api/v1/characters/{name}/orders', { params: { path: { name } } })),
    onSuccess: useAskAgain(),
  })
}

export function useHandBack(name: string) {
  return useMutation({
    mutationFn: () => done(api.POST('/api/v1/characters/{name}/hand-back', { params: { path: { name } } })),
    onSuccess: useAskAgain(),
  })
}

/** The socket tells of the change as well; asking shows it even while the socket is down. */
function useAskAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.characters })
}
