/// What the page of the accounts asks of the server, and what it tells it. A token goes in and is kept by nobody here.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import { charactersQuery, statusQuery, useConnection } from '@/api/resources'

/** How often to ask over HTTP while the socket is down. */
const POLL_MS = 10_000

export function useAccounts() {
  const connection = useConnection()
  const down = connection.state === 'reconnecting' || connection.state === 'offline'
  const refetchInterval = down ? POLL_MS : (false as const)
  return {
    stale: down,
    status: useQuery({ ...statusQuery, refetchInterval }),
    characters: useQuery({ ...charactersQuery, refetchInterval }),
  }
}

export function useAddAccount() {
  const onSuccess = useAskAgain()
  return useMutation({
    mutationFn: (token: string) => data(api.POST('/api/v1/accounts', { body: { token } })),
    onSuccess,
    gcTime: 0,
  })
}

export function useMendAccount(name: string) {
  const onSuccess = useAskAgain()
  return useMutation({
    mutationFn: (token: string) =>
      done(api.PUT('/api/v1/accounts/{name}/token', { params: { path: { name } }, body: { token } })),
    onSuccess,
    gcTime: 0,
  })
}

export function useRemoveAccount(name: string) {
  const onSuccess = useAskAgain()
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/accounts/{name}', { params: { path: { name } } })),
    onSuccess,
  })
}

/** The socket tells of the change as well; asking shows it even while the socket is down. */
function useAskAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.live })
}
