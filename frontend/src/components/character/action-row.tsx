/// One line of the log in two rows: what was tried and when, and what came of it.
import type { LogLine } from '@/api/schema'
import { cn } from '@/lib/cn'
import { timeOfDay, words } from '@/lib/format'
import { outcomeOf } from './outcome'

export function ActionRow({ line }: { line: LogLine }) {
  const { sign: Sign, colour, word } = outcomeOf(line.outcome)
  return (
    <li title={`${line.action}: ${line.summary}. ${line.why}`} className="flex gap-2 text-sm leading-tight">
      <Sign aria-hidden className={cn('mt-0.5 size-3.5 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        <p className="flex gap-2">
          <span className="min-w-0 flex-1 truncate">{words(line.action)}</span>
          <time dateTime={line.at} className="shrink-0 text-xs text-soft">
            {timeOfDay(line.at)}
          </time>
        </p>
        <p
          className={cn(
            'text-xs',
            'line-clamp-2 wrap-break-word',
            line.outcome === 'applied' ? 'text-soft' : colour,
          )}
        >
          <span className={line.outcome === 'applied' ? 'sr-only' : undefined}>
            {word}
            {line.refusal_code != null && ` (${line.refusal_code})`}:{' '}
          </span>
          {words(line.summary)}
        </p>
      </div>
    </li>
  )
}
