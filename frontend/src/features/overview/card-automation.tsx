/// The automation of a character: what was asked for, and how it goes.
import { Fragment, type ReactNode } from 'react'
import type { Character, Run } from '@/api/characters'
import { Chip, type Tone } from '@/components/chip'
import type { Fact } from '@/lib/facts'
import { title, words } from '@/lib/format'
import { gains, target, wishes } from './run-facts'

const tones: Record<string, Tone> = {
  running: 'good',
  paused: 'wait',
  stopped: 'idle',
  done: 'good',
  blocked: 'alarm',
  failed: 'alarm',
}

export function CardAutomation({ character, controls }: { character: Character; controls: ReactNode }) {
  const { name, automation: run } = character
  const aim = run && target(run)
  return (
    <section
      aria-label={`Automation of ${name}`}
      className="flex flex-col gap-2 border-b border-line px-4 py-3"
    >
      <div className="flex items-center gap-2">
        <h4 className="truncate font-serif font-semibold">
          {run ? title(run.strategy) : 'No automation'}
          {aim && <span className="font-sans text-sm font-normal"> · {words(aim)}</span>}
        </h4>
        {run && <Chip tone={tones[run.status] ?? 'idle'}>{title(run.status)}</Chip>}
      </div>
      <div className="min-h-[3lh] flex-1 text-sm leading-snug text-soft">
        {run ? <Facts run={run} /> : 'Choose a strategy and this character goes to work.'}
      </div>
      <div className="flex gap-2">{controls}</div>
    </section>
  )
}

/** Why it is blocked or failed stands at the top of the card already. */
const ended: Run['status'][] = ['paused', 'stopped', 'done']

function Facts({ run }: { run: Run }) {
  return (
    <>
      <Row facts={wishes(run)} />
      <Row facts={gains(run)} />
      {ended.includes(run.status) && <p className="wrap-break-word">{run.reason}</p>}
    </>
  )
}

function Row({ facts }: { facts: Fact[] }) {
  return (
    <p className="wrap-break-word">
      {facts.map(({ name, value }, index) => (
        <Fragment key={name}>
          {index > 0 && ' · '}
          <span className="inline-block max-w-full">
            {name} <span className="text-ink">{value}</span>
          </span>
        </Fragment>
      ))}
    </p>
  )
}
