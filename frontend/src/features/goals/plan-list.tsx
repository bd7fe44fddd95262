/// The plan of a goal: who does what, when, and why it is this character.
import type { GoalLineView } from '@/api/schema'
import { span, words } from '@/lib/format'

/** So many lines are shown at once; the rest on request. */
const SHOWN = 6

export function PlanList({ lines, now }: { lines: GoalLineView[]; now: number }) {
  const rest = lines.slice(SHOWN)
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="text-sm font-medium">Who does what</h3>
      <Lines lines={lines.slice(0, SHOWN)} now={now} />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-sm text-curtain">{rest.length} more, later</summary>
          <Lines lines={rest} now={now} />
        </details>
      )}
    </div>
  )
}

function Lines({ lines, now }: { lines: GoalLineView[]; now: number }) {
  return (
    <ol className="mt-1 divide-y divide-line">
      {lines.map((line) => (
        <li key={`${line.character} ${line.from} ${line.what}`} className="py-2 text-sm">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{line.character}</span>
            <span>{words(line.what)}</span>
            <span className="ml-auto text-soft">{when(line, now)}</span>
          </div>
          <p className="text-xs text-soft">{words(line.why)}</p>
        </li>
      ))}
    </ol>
  )
}

function when({ now: begun, from, until }: GoalLineView, now: number): string {
  const begins = Date.parse(from)
  const start = begun ? 'now' : `in ${span(begins - now)}`
  if (!until) return `${start}, until that is done`
  const left = span(Math.max(60_000, Date.parse(until) - Math.max(now, begins)))
  return begun ? `${start}, about ${left} to go` : `${start}, for about ${left}`
}
