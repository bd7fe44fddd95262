/// The automation of a character: what was asked for, and how it goes.
import type { ReactNode } from 'react'
import type { Run } from '@/api/schema'
import { Chip, type Tone } from '@/components/chip'
import { type Fact, facts } from '@/lib/facts'
import { title } from '@/lib/format'

const tones: Record<Run['status'], Tone> = {
  running: 'good',
  paused: 'wait',
  stopped: 'idle',
  done: 'good',
  blocked: 'alarm',
  failed: 'alarm',
}

export function CardAutomation({ run, controls }: { run: Run | null | undefined; controls: ReactNode }) {
  return (
    <section aria-label="Automation" className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <div className="flex items-center gap-2">
        <h4 className="font-serif font-semibold">{run ? title(run.strategy) : 'No automation'}</h4>
        {run && <Chip tone={tones[run.status]}>{title(run.status)}</Chip>}
      </div>
      <div className="min-h-[2lh] flex-1 text-sm leading-snug text-soft">
        {run ? <Facts run={run} /> : 'Choose a strategy and this character goes to work.'}
      </div>
      <div className="flex gap-2">{controls}</div>
    </section>
  )
}

/** Why it is blocked or failed stands at the top of the card already. */
const ended: Run['status'][] = ['paused', 'stopped', 'done']

function Facts({ run }: { run: Run }) {
  const done = facts(run.memory)
  return (
    <>
      <Row facts={facts(run.config)} />
      {done.length > 0 && <Row facts={done} />}
      {ended.includes(run.status) && <p className="wrap-break-word">{run.reason}</p>}
    </>
  )
}

function Row({ facts }: { facts: Fact[] }) {
  return (
    <p className="wrap-break-word">
      {facts.map(({ name, value }, index) => (
        <span key={name}>
          {index > 0 && ' · '}
          {name} <span className="text-ink">{value}</span>
        </span>
      ))}
    </p>
  )
}
