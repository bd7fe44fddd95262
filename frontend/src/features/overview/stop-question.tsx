/// Asks whether the automation of a character should really stop, and says what happens then.
import { Square } from 'lucide-react'
import { useState } from 'react'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { words } from '@/lib/format'
import { useStopAutomation } from './queries'

export function StopQuestion({ name, strategy }: { name: string; strategy: string }) {
  const [open, setOpen] = useState(false)
  const stop = useStopAutomation(name)
  return (
    <Question
      open={open}
      onOpenChange={(next) => {
        stop.reset()
        setOpen(next)
      }}
      trigger={
        <Button size="small" aria-label={`Stop the automation of ${name}`}>
          <Square aria-hidden /> Stop
        </Button>
      }
      title={`Stop ${words(strategy)} for ${name}?`}
      no="Keep going"
      yes="Stop"
      busy={stop.isPending}
      onYes={() => stop.mutate(undefined, { onSuccess: () => setOpen(false) })}
    >
      <p>
        {name} finishes the action under way and then stands idle until you start something again. What was
        gathered and won stays.
      </p>
      {stop.error && (
        <Callout tone="alarm" role="alert">
          {stop.error.message}
        </Callout>
      )}
    </Question>
  )
}
