/// How a goal would be planned, before it is created.
import type { GoalView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { title, words } from '@/lib/format'
import { useNow } from '@/lib/now'
import { Awaited } from './awaited'
import { PlanList } from './plan-list'
import { StageList } from './stage-list'
import { expected } from './standing'

export function Preview({ plan }: { plan: GoalView }) {
  const now = useNow()
  const end = expected(plan, now)
  return (
    <section aria-label="The plan" className="rounded-lg border border-line p-3">
      <h3 className="font-medium">{title(plan.words)}</h3>
      <p className="mt-1 text-sm">
        {plan.standing === 'reached' ? 'It is reached already.' : end && `Reached ${end}.`}
        {plan.bottleneck && ` What takes longest: ${words(plan.bottleneck)}.`}
      </p>
      {plan.awaits && <Awaited awaits={plan.awaits} />}
      {plan.impossible.map(({ what, why, unblock }) => (
        <Callout key={what} tone={plan.awaits ? 'note' : 'alarm'} className="mt-2">
          <strong>{title(what)}</strong>: {words(why)}. What would help: {words(unblock)}.
        </Callout>
      ))}
      {/* The stages of a pipeline say who works in them. */}
      {plan.stages.length > 0 && <StageList stages={plan.stages} />}
      {plan.stages.length === 0 && plan.lines.length > 0 && <PlanList lines={plan.lines} now={now} />}
    </section>
  )
}
