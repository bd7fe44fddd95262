/// Asks whether the automation of a character should really stop, and says what happens then.
import { Square } from 'lucide-react'
import { useState } from 'react'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { words } from '@/lib/format'
import { useChangeAutomation, useStopAutomation } from './queries'

interface StopQuestionProps {
  name: string
  strategy: string
  /** Whether there is something to stop. The question itself stays, so that its end is not lost with its button. */
  offered: boolean
  /** Called when it has stopped and the question has closed: the focus needs a new place then. */
  onStopped: () => void
}

export function StopQuestion({ name, strategy, offered, onStopped }: StopQuestionProps) {
  const [open, setOpen] = useState(false)
  const stop = useStopAutomation(name)
  const change = useChangeAutomation(name)
  const error = stop.error ?? change.error
  const busy = stop.isPending || change.isPending
  const ask = (next: boolean) => {
    if (next) {
      stop.reset()
      change.reset()
    }
    setOpen(next)
  }
  const over = { onSuccess: () => setOpen(false) }
  const trigger = (
    <Button size="small" aria-label={`Stop the automation of ${name}`}>
      <Square aria-hidden /> Stop
    </Button>
  )
  return (
    <Question
      open={open}
      onOpenChange={ask}
      onClosed={stop.isSuccess ? onStopped : undefined}
      trigger={offered && trigger}
      title={`Stop ${words(strategy)} for ${name}?`}
      no="Keep going"
      other="Bank, then stop"
      onOther={() => change.mutate('wind-down', over)}
      yes="Stop now"
      busy={busy}
      onYes={() => stop.mutate(undefined, over)}
    >
      <p>
        {name} finishes an action that is on its way to the game, and then stands idle until you start
        something again. What was gathered and won stays; on request it is brought to the bank first.
      </p>
      {error && (
        <Callout tone="alarm" role="alert">
          {error.message}
        </Callout>
      )}
    </Question>
  )
}
