/// What the server has, as query options that every feature shares. The socket feeds what lies under `keys.live`;
/// these functions ask over HTTP for the first paint, and again now and then while the socket is down.
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { type Character, received, replaceAll } from './characters'
import { api, data } from './client'
import { keys } from './keys'
import { type Connection, connecting } from './live/connection'

/** How the live socket is; the socket itself says it. */
export function useConnection(): Connection {
  return useQuery<Connection>({ queryKey: keys.connection, queryFn: skipToken }).data ?? connecting
}

export const charactersQuery = queryOptions<Character[]>({
  queryKey: keys.characters,
  queryFn: async ({ client, signal }) => {
    const { data: views } = await data(api.GET('/api/v1/characters', { signal }))
    return replaceAll(client.getQueryData<Character[]>(keys.characters) ?? [], received(views, Date.now()))
  },
})

export const goalsQuery = queryOptions({
  queryKey: keys.goals,
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/goals', { signal }))).data,
})

export const treeQuery = queryOptions({
  queryKey: keys.tree,
  queryFn: ({ signal }) => data(api.GET('/api/v1/tree', { signal })),
})

export const statusQuery = queryOptions({
  queryKey: keys.status,
  queryFn: ({ signal }) => data(api.GET('/api/v1/status', { signal })),
})

export const eventsQuery = queryOptions({
  queryKey: keys.events,
  queryFn: ({ signal }) => data(api.GET('/api/v1/events', { signal })),
})

/** Milliseconds for which the season's data is taken for true: as long as the program takes to notice another season. */
const season = 600_000

export const seasonEventsQuery = queryOptions({
  queryKey: keys.seasonEvents,
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/events/season', { signal }))).data,
  staleTime: season,
})

export const strategiesQuery = queryOptions({
  queryKey: keys.strategies,
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/strategies', { signal }))).data,
})

export const templatesQuery = queryOptions({
  queryKey: keys.templates,
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/templates', { signal }))).data,
})

export const seasonQuery = queryOptions({
  queryKey: keys.season,
  queryFn: ({ signal }) => data(api.GET('/api/v1/season', { signal })),
  staleTime: season,
})

export const savedQuery = queryOptions({
  queryKey: keys.saved,
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/automations', { signal }))).data,
})
