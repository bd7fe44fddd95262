/// A new goal, from whichever page it is created.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, data } from '@/api/client'
import { keys } from '@/api/keys'
import type { WantedGoal } from '@/api/schema'

export function useCreateGoal() {
  return useMutation({
    mutationFn: (body: WantedGoal) => data(api.POST('/api/v1/goals', { body })),
    onSuccess: useAskForGoals(),
  })
}

/** The socket tells of a change as well; asking shows it even while the socket is down. */
export function useAskForGoals() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.goals })
}
