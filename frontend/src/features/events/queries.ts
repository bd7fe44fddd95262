/// What the page of events alone asks of the server.
import { useQuery } from '@tanstack/react-query'
import { eventsQuery, goalsQuery, seasonEventsQuery } from '@/api/resources'
import { usePolling } from '@/components/notices/use-live'

export function useEvents() {
  return useQuery({ ...eventsQuery, refetchInterval: usePolling() })
}

/** None as long as they are not known. */
export function useGoals() {
  return useQuery({ ...goalsQuery, refetchInterval: usePolling() }).data ?? []
}

/** None as long as the game has not told its season. */
export function useSeasonEvents() {
  return useQuery(seasonEventsQuery).data ?? []
}
