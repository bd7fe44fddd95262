/// Draws the goals from plain props: those to be reached, the most urgent first, then those that are.
import { Flag } from 'lucide-react'
import type { GoalView } from '@/api/schema'
import { FullPage } from '@/components/full-page'
import { cn } from '@/lib/cn'
import { timeOfDay } from '@/lib/format'
import { BusyHands } from './busy-hands'
import { GameHours } from './game-hours'
import { GoalCard } from './goal-card'
import { NewGoal } from './new-goal'

interface GoalsViewProps {
  goals: GoalView[]
  /** Set when the data is not fresh: when it arrived, local time in ms. */
  staleAsOf: number | undefined
}

export function GoalsView({ goals, staleAsOf }: GoalsViewProps) {
  const stale = staleAsOf !== undefined
  const open = goals.filter(({ standing }) => standing !== 'reached')
  const reached = goals.filter(({ standing }) => standing === 'reached')
  const urgent = open.toSorted((one, other) => other.priority - one.priority)
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="font-serif text-2xl font-semibold">Goals</h1>
        {stale && <p className="text-sm text-soft">as of {timeOfDay(staleAsOf)}</p>}
        <div className="ml-auto">
          <NewGoal />
        </div>
      </div>
      <GameHours />
      <BusyHands goals={open} />
      {goals.length === 0 && (
        <FullPage icon={Flag} title="No goals yet">
          <p>
            Say what the company should reach, and Callboard plans who does what for it. Characters that you
            have told nothing begin at once; what you tell a character yourself always comes first.
          </p>
        </FullPage>
      )}
      <div data-stale={stale} className={cn('mt-4 space-y-4', stale && 'opacity-80 saturate-25')}>
        {[...urgent, ...reached.toReversed()].map((goal) => (
          <GoalCard key={goal.id} goal={goal} goals={goals} />
        ))}
      </div>
    </>
  )
}
