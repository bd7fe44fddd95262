/// What playing by hand asks of the server.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import type { OrderRequest } from '@/api/schema'

export function useOrder(name: string) {
  return useMutation({
    mutationFn: (body: OrderRequest) =>
      data(api.POST('/api/v1/characters/{name}/orders', { params: { path: { name } }, body })),
    onSuccess: useAskAgain(),
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
