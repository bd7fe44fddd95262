/// What the overview asks of the server, and what it tells it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import { charactersQuery, statusQuery, strategiesQuery, treeQuery, useConnection } from '@/api/resources'
import type { paths } from '@/api/schema'

type Automation = paths['/api/v1/characters/{name}/automation']
type ForecastBody = NonNullable<
  paths['/api/v1/forecasts']['post']['requestBody']
>['content']['application/json']
type StartBody = NonNullable<Automation['post']['requestBody']>['content']['application/json']
export type Strategy = NonNullable<ReturnType<typeof useStrategies>['data']>[number]

/** How often to ask over HTTP while the socket is down. */
const POLL_MS = 10_000

export function useOverview() {
  const connection = useConnection()
  const down = connection.state === 'reconnecting' || connection.state === 'offline'
  const refetchInterval = down ? POLL_MS : (false as const)
  return {
    connection,
    characters: useQuery({ ...charactersQuery, refetchInterval }),
    status: useQuery({ ...statusQuery, refetchInterval }),
    tree: useQuery({ ...treeQuery, refetchInterval }),
  }
}

export function useStrategies() {
  return useQuery(strategiesQuery)
}

/** The configuration of each strategy when nothing is asked, by its name; the same object as long as they are the same. */
export function useDefaults(): Readonly<Record<string, unknown>> {
  const strategies = useStrategies().data
  return useMemo(
    () => Object.fromEntries((strategies ?? []).map(({ name, defaults }) => [name, defaults])),
    [strategies],
  )
}

export function useStartAutomation(name: string) {
  return useMutation({
    mutationFn: ({ strategy, config }: { strategy: string; config: Record<string, unknown> }) => {
      const body = { strategy, config } as StartBody
      return data(api.POST('/api/v1/characters/{name}/automation', { params: { path: { name } }, body }))
    },
    onSuccess: useAskAgain(),
  })
}

export function useStopAutomation(name: string) {
  return useMutation({
    mutationFn: () =>
      data(api.DELETE('/api/v1/characters/{name}/automation', { params: { path: { name } } })),
    onSuccess: useAskAgain(),
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

/** What an automation would bring this character; it is reckoned anew each time. */
export function useForecast(character: string) {
  return useMutation({
    mutationFn: ({ strategy, config }: { strategy: string; config: Record<string, unknown> }) => {
      const body = { character, strategy, config } as ForecastBody
      return data(api.POST('/api/v1/forecasts', { body }))
    },
  })
}

/** What may become of an automation beside its end now. */
export type Wish = 'pause' | 'resume' | 'wind-down'

export function useChangeAutomation(name: string) {
  return useMutation({
    mutationFn: (wish: Wish) =>
      data(api.POST(`/api/v1/characters/{name}/automation/${wish}`, { params: { path: { name } } })),
    onSuccess: useAskAgain(),
  })
}

/** The socket tells of the change as well; asking shows it even while the socket is down. */
function useAskAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.characters })
}
