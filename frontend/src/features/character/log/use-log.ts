/// Reads the log of a character, and again soon after something has happened.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, data } from '@/api/client'
import { keys } from '@/api/keys'
import { type LogRead, withNewest, withOlder } from './pages'

const PAGE = 25
/** So long after a line the newest page is read: together with those that follow at once. */
const SOON_MS = 800

export type LogState = ReturnType<typeof useLog>

/** `newest` is the id of the newest line that is known of. */
export function useLog(character: string, newest: string | undefined) {
  const client = useQueryClient()
  const queryKey = keys.log(character)
  const read = (cursor?: string) =>
    data(api.GET('/api/v1/log', { params: { query: { character, limit: PAGE, cursor } } }))
  const log = useQuery({
    queryKey,
    queryFn: async () => withNewest(client.getQueryData<LogRead>(queryKey), await read()),
    staleTime: 0,
  })
  const older = useMutation({
    mutationFn: (cursor: string) => read(cursor),
    onSuccess: (page) => client.setQueryData<LogRead>(queryKey, (known) => known && withOlder(known, page)),
  })
  useSoonAfter(newest, log.refetch)
  return { log, older }
}

/** Calls at most once per span, however often the thing changes; not for what it was at first. */
function useSoonAfter(thing: unknown, call: () => void) {
  const seen = useRef(thing)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (seen.current === thing) return
    seen.current = thing
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      call()
    }, SOON_MS)
  }, [thing, call])
  useEffect(() => () => clearTimeout(timer.current), [])
}
