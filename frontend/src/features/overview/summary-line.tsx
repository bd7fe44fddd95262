/// The company in one line of four figures.
import type { ReactNode } from 'react'
import { Meter } from '@/components/meter'
import { cn } from '@/lib/cn'
import { count, minuteOfDay, number, title } from '@/lib/format'
import type { Summary } from './summary'

export function SummaryLine({ summary }: { summary: Summary }) {
  const { total, working, idle, stuck } = summary
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-xl border border-line bg-sheet lg:grid-cols-4">
      <Figure
        label="At work"
        value={`${working} of ${total}`}
        note={atWork(summary)}
        tone={summary.held > 0 ? 'warn' : undefined}
      />
      <Figure
        label="Idle or stuck"
        value={number(idle.length + stuck.length)}
        note={[...stuck, ...idle].join(', ') || 'Nobody waits for you'}
        tone={stuck.length > 0 ? 'alarm' : undefined}
      />
      <Actions actions={summary.actions} />
      <Budget tightest={summary.tightest} />
    </dl>
  )
}

function atWork({ total, working, held, idle, stuck }: Summary): string {
  if (working === total) return 'Everyone is busy'
  const others = [
    held > 0 && `${held} waiting for the game`,
    stuck.length > 0 && `${stuck.length} stuck`,
    idle.length > 0 && `${idle.length} idle`,
  ]
  return others.filter(Boolean).join(', ')
}

function Actions({ actions }: { actions: Summary['actions'] }) {
  const { applied, refused, since } = actions
  const refusals = refused > 0 ? `${number(refused)} refused` : 'None refused'
  return (
    <Figure
      label="Actions, last hour"
      value={number(applied)}
      note={since === undefined ? refusals : `${refusals} · since the start at ${minuteOfDay(since)}`}
    />
  )
}

function Budget({ tightest }: { tightest: Summary['tightest'] }) {
  if (!tightest) return <Figure label="Request budget used" value="–" note="Not known yet" />
  const { rate, used } = tightest
  return (
    <Figure
      label={`${title(rate.bucket)} budget used`}
      value={`${Math.round(used * 100)} %`}
      note={`${count(rate.remaining, 'request')} left this ${rate.window}`}
      tone={used > 0.95 ? 'alarm' : undefined}
    >
      <Meter value={rate.limit - rate.remaining} max={rate.limit} fill="bg-brass-fill" />
    </Figure>
  )
}

interface FigureProps {
  label: string
  value: string
  note: string
  tone?: 'warn' | 'alarm'
  children?: ReactNode
}

const tones = { warn: 'text-warn', alarm: 'text-alarm' }

function Figure({ label, value, note, tone, children }: FigureProps) {
  return (
    <div className="relative -mt-px -ml-px min-w-0 border-t border-l border-line px-4 py-3">
      <dt className="truncate text-xs font-medium text-soft">{label}</dt>
      <dd className={cn('font-serif text-2xl leading-tight font-semibold', tone && tones[tone])}>{value}</dd>
      <dd className="line-clamp-2 min-h-[1lh] text-xs text-soft sm:line-clamp-1" title={note}>
        {note}
      </dd>
      {children && <dd className="absolute inset-x-0 bottom-0 [&>*]:h-1 [&>*]:rounded-none">{children}</dd>}
    </div>
  )
}
