/// What a goal waits for that is never reached, and how long yet if that is known.
import type { GoalView } from '@/api/schema'
import { Until } from '@/components/until'
import { dateAndMinute, words } from '@/lib/format'

export function Awaited({ awaits: { what, at } }: { awaits: NonNullable<GoalView['awaits']> }) {
  return (
    <p className="mt-3 text-sm">
      <span className="text-soft">Next: </span>
      {words(what)}
      {at && (
        <>
          , in <Until at={at} /> <span className="text-soft">({dateAndMinute(at)})</span>
        </>
      )}
    </p>
  )
}
