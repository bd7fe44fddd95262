/// One goal: what is wanted, how far it is, who does what for it, and what stands in its way.
import type { GoalView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Chip } from '@/components/chip'
import { Meter } from '@/components/meter'
import { title, words } from '@/lib/format'
import { useNow } from '@/lib/now'
import { Awaited } from './awaited'
import { GoalControls } from './goal-controls'
import { PlanList } from './plan-list'
import { StageList } from './stage-list'
import { expected, label, obstacles, percent } from './standing'

export function GoalCard({ goal, goals }: { goal: GoalView; goals: GoalView[] }) {
  const now = useNow()
  const end = expected(goal, now)
  const first = goals.filter(({ id }) => goal.after.includes(id))
  return (
    <article aria-label={goal.words} className="rounded-xl border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="text-lg font-semibold">{title(goal.words)}</h2>
        <Chip tone={tones[goal.standing]}>{label(goal)}</Chip>
        {goal.standing !== 'reached' && <GoalControls goal={goal} />}
      </div>
      {goal.awaits ? (
        <Awaited awaits={goal.awaits} />
      ) : (
        <div className="mt-3 flex items-center gap-3 text-sm">
          <Meter value={goal.progress} max={1} fill="bg-curtain" className="flex-1" />
          <span className="tabular-nums">{percent(goal)}</span>
        </div>
      )}
      <dl className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        {end && <Fact name={goal.reached_at ? 'Reached' : 'Expected'} value={end} />}
        {goal.bottleneck && <Fact name="Takes longest" value={words(goal.bottleneck)} />}
        {first.length > 0 && <Fact name="After" value={first.map((one) => one.words).join('; ')} />}
      </dl>
      {obstacles(goal).map(({ what, why, unblock }) => (
        <Callout key={what} tone={goal.awaits ? 'note' : 'alarm'} className="mt-3">
          <strong>{title(what)}</strong>: {words(why)}. What would help: {words(unblock)}.
        </Callout>
      ))}
      {/* The stages of a pipeline say who works in them. */}
      {goal.stages.length > 0 && <StageList stages={goal.stages} />}
      {goal.stages.length === 0 && goal.lines.length > 0 && <PlanList lines={goal.lines} now={now} />}
    </article>
  )
}

const tones = {
  planning: 'idle',
  under_way: 'good',
  waiting: 'wait',
  impossible: 'alarm',
  reached: 'good',
} as const

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
