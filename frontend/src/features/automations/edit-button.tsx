/// Makes a saved automation, or changes one.
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import type { SavedAutomation } from '@/api/schema'
import { useStrategies } from '@/components/automation/queries'
import { useBeginnings } from '@/components/automation/use-beginnings'
import { Loaded } from '@/components/loaded'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { EditForm } from './edit-form'
import { useSave } from './queries'

/** Without `saved` it makes a new one. */
export function EditButton({ saved }: { saved?: SavedAutomation }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        {saved ? (
          <Button size="small" aria-label={`Change “${saved.name}”`}>
            <Pencil aria-hidden /> Change
          </Button>
        ) : (
          <Button size="small" variant="main">
            <Plus aria-hidden /> New automation
          </Button>
        )}
      </DialogTrigger>
      <DialogContent
        title={saved ? `Change “${saved.name}”` : 'A new automation'}
        description={
          saved
            ? 'What was started from it goes on as it was.'
            : 'It starts nothing: give it to a character when it is saved.'
        }
      >
        <Body saved={saved} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

function Body({ saved, onDone }: { saved: SavedAutomation | undefined; onDone: () => void }) {
  const strategies = useStrategies()
  const beginnings = useBeginnings()
  const save = useSave()
  return (
    <Loaded query={strategies} what="strategies">
      {(strategies) => (
        <EditForm
          strategies={strategies}
          saved={saved}
          beginnings={beginnings}
          error={save.error}
          busy={save.isPending}
          onSave={(body) => save.mutate({ id: saved?.id, body }, { onSuccess: onDone })}
          onEdit={() => save.reset()}
        />
      )}
    </Loaded>
  )
}
