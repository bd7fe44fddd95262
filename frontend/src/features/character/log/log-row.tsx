/// One line of the log, which opens to show all that is known about it.
import { memo, useState } from 'react'
import type { LogEntry } from '@/api/schema'
import { outcomeOf } from '@/components/character/outcome'
import { cn } from '@/lib/cn'
import { dateAndMinute, span, timeOfDay, words } from '@/lib/format'
import { AlternativeTable } from '../alternative-table'

export const LogRow = memo(function LogRow({ entry }: { entry: LogEntry }) {
  const [open, setOpen] = useState(false)
  const { sign: Sign, colour, word } = outcomeOf(entry.outcome)
  const applied = entry.outcome === 'applied'
  const step = entry.facts.find(({ name }) => name === 'step')?.value
  return (
    <li className="border-t border-line first:border-t-0">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="grid grid-cols-[auto_1fr_auto] items-start gap-x-2 px-4 py-2 text-sm leading-snug hover:bg-sunken">
          <Sign aria-hidden className={cn('mt-0.5 size-4', colour)} />
          <span className="min-w-0">
            <span className="block wrap-break-word first-letter:uppercase">{words(entry.action)}</span>
            <span className={cn('block text-xs wrap-break-word', applied ? 'text-soft' : colour)}>
              <span className={applied ? 'sr-only' : undefined}>
                {word}
                {entry.refusal_code != null && ` (${entry.refusal_code})`}:{' '}
              </span>
              {words(entry.summary)}
              {step && <span className="text-soft"> · step {words(step)}</span>}
            </span>
          </span>
          <time dateTime={entry.at} className="text-xs text-soft">
            {timeOfDay(entry.at)}
          </time>
        </summary>
        {open && <Whole entry={entry} />}
      </details>
    </li>
  )
})

function Whole({ entry }: { entry: LogEntry }) {
  const facts = [
    { name: 'when', value: dateAndMinute(entry.at) },
    ...(entry.cooldown_seconds != null
      ? [{ name: 'cooldown', value: span(entry.cooldown_seconds * 1000) }]
      : []),
    ...(entry.resolved ? [{ name: 'outcome', value: 'found out from the game’s own log' }] : []),
    ...entry.facts,
  ]
  return (
    <div className="space-y-3 bg-sunken px-4 py-3 text-sm">
      <p className="wrap-break-word">
        <span className="text-soft">Why: </span>
        {words(entry.why) || 'No reason was kept.'}
      </p>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
        {facts.map(({ name, value }) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-soft first-letter:uppercase">{words(name)}</dt>
            <dd>{words(value)}</dd>
          </div>
        ))}
      </dl>
      {entry.alternatives.length > 0 && <AlternativeTable alternatives={entry.alternatives} />}
    </div>
  )
}
