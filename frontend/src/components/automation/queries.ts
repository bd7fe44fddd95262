/// What automations ask of the server, and what they tell it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, data } from '@/api/client'
import { keys } from '@/api/keys'
import { strategiesQuery, templatesQuery } from '@/api/resources'
import type { ForecastRequest, StartRequest, Strategy } from '@/api/schema'

/** A strategy with its configuration: what starts, what is forecast, what is kept. */
export interface Plan {
  strategy: string
  config: Record<string, unknown>
}

export function useStrategies() {
  return useQuery(strategiesQuery)
}

export function useTemplates() {
  return useQuery(templatesQuery)
}

/** The configuration of each strategy when nothing is asked, by its name; the same object as long as they are the same. */
export function useDefaults(): Readonly<Record<string, unknown>> {
  const strategies = useStrategies().data
  return useMemo(
    () => Object.fromEntries((strategies ?? []).map(({ name, defaults }: Strategy) => [name, defaults])),
    [strategies],
  )
}

export function useStartAutomation() {
  return useMutation({
    mutationFn: ({ name, plan }: { name: string; plan: Plan }) => {
      const body: StartRequest = plan
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

/** What an automation would bring a character; it is reckoned anew each time. */
export function useForecast() {
  return useMutation({
    mutationFn: ({ name, plan }: { name: string; plan: Plan }) => {
      const body: ForecastRequest = { character: name, ...plan }
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
