/// The buttons of a card that start, change and stop an automation.
import { Play, Settings2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Character } from '@/api/characters'
import { Button } from '@/components/ui/button'
import { Dialog, DialogTrigger } from '@/components/ui/dialog'
import { PauseButton } from './pause-button'
import { StartDialog } from './start-dialog'
import { StopQuestion } from './stop-question'

export function AutomationControls({ character }: { character: Character }) {
  const [open, setOpen] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const { name, automation } = character
  const held = automation != null && ['paused', 'winding_down', 'taken_over'].includes(automation.status)
  const underWay = held || (automation != null && ['running', 'blocked'].includes(automation.status))
  return (
    <>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button
            ref={first}
            size="small"
            variant={underWay ? 'outline' : 'main'}
            aria-label={underWay ? `Change the automation of ${name}` : `Start an automation for ${name}`}
          >
            {underWay ? <Settings2 aria-hidden /> : <Play aria-hidden />}
            {underWay ? 'Change' : 'Start'}
          </Button>
        </DialogTrigger>
        <StartDialog character={character} onDone={() => setOpen(false)} />
      </Dialog>
      {underWay && <PauseButton name={name} paused={held} />}
      <StopQuestion
        name={name}
        strategy={automation?.strategy ?? ''}
        offered={underWay}
        onStopped={() => first.current?.focus()}
      />
    </>
  )
}
