/// What the overview alone asks of the server.
import { useQuery } from '@tanstack/react-query'
import { treeQuery } from '@/api/resources'
import { usePolling } from '@/components/notices/use-live'

export function useTree() {
  return useQuery({ ...treeQuery, refetchInterval: usePolling() })
}
