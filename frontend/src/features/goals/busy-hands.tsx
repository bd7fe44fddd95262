/// Who does nothing for goals because a person told them what to do, with a way to let them go.
import { useQuery } from '@tanstack/react-query'
import { charactersQuery } from '@/api/resources'
import type { GoalView } from '@/api/schema'
import { useChangeAutomation } from '@/components/automation/queries'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'
import { words } from '@/lib/format'
import { type Busy, busyFor } from './busy'

/** Nothing while every goal can go on. */
export function BusyHands({ goals }: { goals: GoalView[] }) {
  const characters = useQuery(charactersQuery).data ?? []
  const busy = busyFor(goals, characters)
  if (busy.length === 0) return null
  return (
    <Callout className="mt-4">
      <h2 className="font-medium">These follow automations of their own, and do nothing for goals</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 pt-1">
        {busy.map((one) => (
          <Hand key={one.name} {...one} />
        ))}
      </ul>
      <p className="text-soft">Who is let go brings what it carries to the bank first.</p>
    </Callout>
  )
}

function Hand({ name, strategy, leaving }: Busy) {
  const change = useChangeAutomation(name)
  return (
    <li className="flex items-center gap-2">
      <span>
        {name}: {words(strategy)}
      </span>
      <Button size="small" disabled={leaving || change.isPending} onClick={() => change.mutate('wind-down')}>
        {leaving ? 'On its way to the bank' : `Let ${name} work for goals`}
      </Button>
      {change.error && (
        <span role="alert" className="text-alarm">
          {change.error.message}
        </span>
      )}
    </li>
  )
}
