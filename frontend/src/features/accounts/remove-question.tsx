/// Asks whether an account should really be played no more, and says what happens then.
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { useRemoveAccount } from './queries'

export function RemoveQuestion({ name }: { name: string }) {
  const [open, setOpen] = useState(false)
  const remove = useRemoveAccount(name)
  const ask = (next: boolean) => {
    if (next) remove.reset()
    setOpen(next)
  }
  const trigger = (
    <Button size="small" aria-label={`Remove ${name}`}>
      <Trash2 aria-hidden /> Remove
    </Button>
  )
  return (
    <Question
      open={open}
      onOpenChange={ask}
      trigger={trigger}
      title={`Stop playing ${name}?`}
      no="Keep it"
      yes="Remove"
      busy={remove.isPending}
      onYes={() => remove.mutate(undefined, { onSuccess: () => setOpen(false) })}
    >
      <p>
        Its characters finish an action that is on its way to the game, and then stop. Callboard forgets the
        token. What they have done stays in the log, and nothing changes in the game.
      </p>
      {remove.error && (
        <Callout tone="alarm" role="alert">
          {remove.error.message}
        </Callout>
      )}
    </Question>
  )
}
