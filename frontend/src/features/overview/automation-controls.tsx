/// The buttons of a card that start, change and stop an automation.
import { Play, Settings2 } from 'lucide-react'
import { useState } from 'react'
import type { Character } from '@/api/characters'
import { Button } from '@/components/ui/button'
import { Dialog, DialogTrigger } from '@/components/ui/dialog'
import { StartDialog } from './start-dialog'
import { StopQuestion } from './stop-question'

export function AutomationControls({ character }: { character: Character }) {
  const [open, setOpen] = useState(false)
  const { name, automation } = character
  const under_way = automation != null && ['running', 'paused', 'blocked'].includes(automation.status)
  return (
    <>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          {under_way ? (
            <Button size="small" aria-label={`Change the automation of ${name}`}>
              <Settings2 aria-hidden /> Change
            </Button>
          ) : (
            <Button size="small" variant="main" aria-label={`Start an automation for ${name}`}>
              <Play aria-hidden /> Start
            </Button>
          )}
        </DialogTrigger>
        <StartDialog character={character} onDone={() => setOpen(false)} />
      </Dialog>
      {under_way && <StopQuestion name={name} strategy={automation.strategy} />}
    </>
  )
}
