/// The automation of a character: what was asked for, and how it goes.
import { Fragment, type ReactNode } from 'react'
import type { Character, Run } from '@/api/characters'
import { cn } from '@/lib/cn'
import { title, words } from '@/lib/format'
import { gains, loot, wishes } from './run-facts'
import { RunStatus } from './run-status'

interface AutomationProps {
  character: Character
  /** The configuration of each strategy when nothing is asked, by its name. */
  defaults: Readonly<Record<string, unknown>>
  controls: ReactNode
  /** The level of its heading: one below that of what it stands in. */
  heading?: 'h3' | 'h4'
  className?: string
}

export function RunPanel(props: AutomationProps) {
  const { character, defaults, controls, heading: Heading = 'h4', className } = props
  const { name, automation: run } = character
  return (
    <section
      aria-label={`Automation of ${name}`}
      className={cn('flex flex-1 flex-col gap-2 px-4 py-3', className)}
    >
      <div className="flex items-center justify-between gap-2">
        <Heading className="truncate font-serif font-semibold">
          {run ? title(run.strategy) : 'No automation'}
          {run?.target && <span className="font-sans text-sm font-normal"> · {words(run.target)}</span>}
        </Heading>
        {run && <RunStatus status={run.status} held={character.state === 'game_away'} />}
      </div>
      <div className="min-h-[3lh] flex-1 text-sm leading-snug text-soft">
        {run ? (
          <Facts run={run} defaults={defaults[run.strategy]} />
        ) : (
          'Choose a strategy and this character goes to work.'
        )}
      </div>
      <div className="flex flex-wrap gap-2">{controls}</div>
    </section>
  )
}

/** Why it stands there; of one that runs, is blocked or has failed, the top of the card says it. */
const reasons: Partial<Record<Run['status'], (run: Run) => string>> = {
  stopping: () => 'Stops after the action that is on its way.',
  winding_down: ({ reason }) => reason,
  paused: ({ reason }) => reason,
  taken_over: () => 'Set aside while the character is played by hand.',
  stopped: ({ reason }) => reason,
  done: ({ reason }) => reason,
}

function Facts({ run, defaults }: { run: Run; defaults: unknown }) {
  const reason = reasons[run.status]?.(run)
  return (
    <>
      {reason && <p className="wrap-break-word text-ink first-letter:uppercase">{reason}</p>}
      <Row parts={wishes(run, defaults).map(({ name, value }) => `${name} ${value}`)} />
      <Row parts={gains(run)} className="text-ink" />
      <Row parts={loot(run)} />
    </>
  )
}

function Row({ parts, className }: { parts: string[]; className?: string }) {
  if (parts.length === 0) return null
  return (
    <p className={className}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <span className="text-soft"> · </span>}
          <span className="inline-block max-w-full wrap-break-word">{part}</span>
        </Fragment>
      ))}
    </p>
  )
}
