/// What may become of a goal: more or less urgent, or taken back.
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { GoalView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { useChangePriority, useDeleteGoal } from './queries'

const priorities = [9, 8, 7, 6, 5, 4, 3, 2, 1]

export function GoalControls({ goal }: { goal: GoalView }) {
  const [open, setOpen] = useState(false)
  const change = useChangePriority(goal)
  const remove = useDeleteGoal(goal.id)
  return (
    <div className="ml-auto flex items-center gap-2">
      <label className="flex items-center gap-2 text-sm text-soft">
        Priority
        <select
          value={goal.priority}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate(Number(target.value))}
          className="h-8 rounded-lg border border-line bg-sunken px-2 text-ink"
        >
          {priorities.map((priority) => (
            <option key={priority}>{priority}</option>
          ))}
        </select>
      </label>
      {change.error && (
        <span role="alert" className="text-sm text-alarm">
          {change.error.message}
        </span>
      )}
      <Question
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button size="small" aria-label={`Delete the goal ${goal.words}`}>
            <Trash2 aria-hidden /> Delete
          </Button>
        }
        title={`Give up ${goal.words}?`}
        no="Keep it"
        yes="Delete it"
        busy={remove.isPending}
        onYes={() => remove.mutate(undefined, { onSuccess: () => setOpen(false) })}
      >
        <p>Those who work for it bring what they carry to the bank, and are free for other goals.</p>
        {remove.error && (
          <Callout tone="alarm" role="alert">
            {remove.error.message}
          </Callout>
        )}
      </Question>
    </div>
  )
}
