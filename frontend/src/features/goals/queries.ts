/// What the goals page asks of the server, and what it tells it.
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, data, done } from '@/api/client'
import { keys } from '@/api/keys'
import { goalsQuery, useConnection } from '@/api/resources'
import type { GoalView, WantedGoal } from '@/api/schema'
import { useAskForGoals } from '@/components/create-goal'

export type Kind = NonNullable<ReturnType<typeof useKinds>['data']>[number]

/** How often to ask over HTTP while the socket is down. */
const POLL_MS = 10_000

export function useGoals() {
  const connection = useConnection()
  const down = connection.state === 'reconnecting' || connection.state === 'offline'
  return { connection, goals: useQuery({ ...goalsQuery, refetchInterval: down ? POLL_MS : false }) }
}

const kindsQuery = queryOptions({
  queryKey: keys.goalKinds,
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/goals/schema', { signal }))).data,
})

export function useKinds() {
  return useQuery(kindsQuery)
}

/** How a goal would be planned; it is reckoned anew each time. */
export function usePreview() {
  return useMutation({
    mutationFn: (body: WantedGoal) => data(api.POST('/api/v1/goals/preview', { body })),
  })
}

export function useChangePriority({ id, kind, config, after, account }: GoalView) {
  return useMutation({
    mutationFn: (priority: number) => {
      const body = { account, kind, config, after, priority } as WantedGoal
      return data(api.PUT('/api/v1/goals/{id}', { params: { path: { id } }, body }))
    },
    onSuccess: useAskForGoals(),
  })
}

export function useDeleteGoal(id: string) {
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/goals/{id}', { params: { path: { id } } })),
    onSuccess: useAskForGoals(),
  })
}
