/// The company in one line of four figures.
import type { ReactNode } from 'react'
import { Meter } from '@/components/meter'
import { cn } from '@/lib/cn'
import { number, span, title } from '@/lib/format'
import type { Summary } from './summary'

export function SummaryLine({ summary }: { summary: Summary }) {
  const { total, working, idle, stuck, actions } = summary
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-xl border border-line bg-sheet lg:grid-cols-4">
      <Figure
        label="At work"
        value={`${working} of ${total}`}
        note={working === total ? 'Everyone is busy' : 'See who is not'}
      />
      <Figure
        label="Idle or stuck"
        value={number(idle.length + stuck.length)}
        note={[...stuck, ...idle].join(', ') || 'Nobody waits for you'}
        alarm={stuck.length > 0}
      />
      <Figure
        label={`Actions, last ${period(actions.spanMs)}`}
        value={number(actions.applied)}
        note={actions.refused > 0 ? `${number(actions.refused)} refused` : 'None refused'}
      />
      <Budget tightest={summary.tightest} />
    </dl>
  )
}

function Budget({ tightest }: { tightest: Summary['tightest'] }) {
  if (!tightest) return <Figure label="Rate budget" value="–" note="Not known yet" />
  const { rate, used } = tightest
  const note = `${number(rate.remaining)} left this ${rate.window}`
  return (
    <Figure
      label={`${title(rate.bucket)} budget used`}
      value={`${Math.round(used * 100)} %`}
      note={note}
      alarm={used > 0.95}
    >
      <Meter value={rate.limit - rate.remaining} max={rate.limit} fill="bg-brass-fill" />
    </Figure>
  )
}

/** In whole minutes, so that the label does not tick. */
function period(ms: number): string {
  if (ms >= 3_600_000) return 'hour'
  return span(Math.max(1, Math.round(ms / 60_000)) * 60_000)
}

interface FigureProps {
  label: string
  value: string
  note: string
  alarm?: boolean
  children?: ReactNode
}

function Figure({ label, value, note, alarm, children }: FigureProps) {
  return (
    <div className="relative -mt-px -ml-px min-w-0 border-t border-l border-line px-4 py-3">
      <dt className="truncate text-xs font-medium text-soft">{label}</dt>
      <dd className={cn('font-serif text-2xl font-semibold', alarm && 'text-alarm')}>{value}</dd>
      <dd className="truncate text-xs text-soft" title={note}>
        {note}
      </dd>
      {children && <dd className="absolute inset-x-0 bottom-0 [&>*]:h-1 [&>*]:rounded-none">{children}</dd>}
    </div>
  )
}
