/// How long something has lasted, ticking: "3 min 5 s".
import { span } from '@/lib/format'
import { useNow } from '@/lib/now'

/** `since` is a local time in ms. */
export function Elapsed({ since }: { since: number }) {
  const now = useNow()
  return <>{span(now - since)}</>
}
