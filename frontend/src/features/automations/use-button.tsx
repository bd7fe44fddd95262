/// Gives a plan to a character: who, then the form of the plan with its forecast.
import { useId, useState } from 'react'
import type { Character } from '@/api/characters'
import type { Plan } from '@/components/automation/queries'
import { StartBody } from '@/components/automation/start-body'
import { box } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { cn } from '@/lib/cn'
import { title } from '@/lib/format'

interface UseButtonProps {
  /** What it is called. */
  what: string
  plan: Plan
  characters: readonly Character[]
}

export function UseButton({ what, plan, characters }: UseButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="small" aria-label={`Use “${what}”`} disabled={characters.length === 0}>
          Use
        </Button>
      </DialogTrigger>
      <DialogContent
        title={what}
        description="Choose who does it. What that character does now ends with the action that is on its way."
      >
        <Who plan={plan} characters={characters} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

function Who({ plan, characters, onDone }: Omit<UseButtonProps, 'what'> & { onDone: () => void }) {
  const id = useId()
  const [name, setName] = useState(() => (characters.find(isFree) ?? characters[0])?.name)
  const character = characters.find((one) => one.name === name)
  if (!character) return null
  return (
    <>
      <label htmlFor={id} className="mt-4 block text-sm font-medium">
        Character
      </label>
      <select
        id={id}
        value={name}
        onChange={({ target }) => setName(target.value)}
        className={cn(box, 'mt-1 h-9')}
      >
        {characters.map((one) => (
          <option key={one.name} value={one.name}>
            {one.name}, level {one.level}: {isFree(one) ? 'free' : title(one.automation?.strategy ?? '')}
          </option>
        ))}
      </select>
      <StartBody character={character} plan={plan} onDone={onDone} />
    </>
  )
}

/** Whom nothing would be taken from. */
function isFree({ automation }: Character): boolean {
  return !automation || ['stopped', 'done', 'failed'].includes(automation.status)
}
