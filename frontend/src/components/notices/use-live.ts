/// What every page that shows characters lives on: they themselves, how the server is, and how fresh all that is.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, done } from '@/api/client'
import { keys } from '@/api/keys'
import { charactersQuery, statusQuery, useConnection } from '@/api/resources'
import { notices } from './notices'

/** How often to ask over HTTP while the socket is down. */
const POLL_MS = 10_000

/** How often a page must ask by itself: not at all while the socket tells it everything. */
export function usePolling(): number | false {
  const { state } = useConnection()
  return state === 'reconnecting' || state === 'offline' ? POLL_MS : false
}

export function useLive() {
  const connection = useConnection()
  const refetchInterval = usePolling()
  const characters = useQuery({ ...charactersQuery, refetchInterval })
  const status = useQuery({ ...statusQuery, refetchInterval })
  const fresh = connection.state === 'live' || connection.state === 'connecting'
  return {
    characters,
    status: status.data,
    /** When the data arrived (local time in ms), if it is not fresh. */
    staleAsOf: fresh ? undefined : characters.dataUpdatedAt,
    notices: notices(connection, status.data, characters.dataUpdatedAt),
  }
}

/** Takes what an alert has told off all pages. */
export function useDismiss() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      done(api.POST('/api/v1/exchange/alerts/firings/{id}/dismiss', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.status }),
  })
}

/** Asks the game at once about tokens that it rejects. */
export function useRetryAccounts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => done(api.POST('/api/v1/accounts/retry')),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.status }),
  })
}
