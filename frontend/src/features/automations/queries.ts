/// What the page of automations asks of the server: what is saved, and what was run.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import { savedQuery } from '@/api/resources'
import type { SaveRequest } from '@/api/schema'

export function useSaved() {
  return useQuery(savedQuery)
}

/** Saves what is new, and changes what has an id. */
export function useSave() {
  return useMutation({
    mutationFn: ({ id, body }: { id: string | undefined; body: SaveRequest }) =>
      id === undefined
        ? data(api.POST('/api/v1/automations', { body }))
        : data(api.PUT('/api/v1/automations/{id}', { params: { path: { id } }, body })),
    onSuccess: useAskAgain(),
  })
}

export function useForget() {
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE('/api/v1/automations/{id}', { params: { path: { id } } })),
    onSuccess: useAskAgain(),
  })
}

function useAskAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.saved })
}

const PAGE = 20

/** The runs of one character, or of all, the one that was started last first. */
export function useRuns(character: string | undefined) {
  return useInfiniteQuery({
    queryKey: keys.runs(character),
    queryFn: ({ pageParam, signal }) => {
      const query = { character, limit: PAGE, cursor: pageParam }
      return data(api.GET('/api/v1/runs', { params: { query }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    staleTime: 0,
  })
}
