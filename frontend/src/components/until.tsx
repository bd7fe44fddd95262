/// How long it is until something, ticking: "3 min 5 s".
import { span } from '@/lib/format'
import { useNow } from '@/lib/now'

/** `at` is a time as the server writes it. */
export function Until({ at }: { at: string }) {
  const now = useNow()
  return <time dateTime={at}>{span(Date.parse(at) - now)}</time>
}
