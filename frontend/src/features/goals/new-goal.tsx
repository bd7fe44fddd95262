/// The dialog for a new goal: fetches the kinds there are, previews and creates.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCreateGoal } from '@/components/create-goal'
import { FormSources } from '@/components/form/sources'
import { useFormSources } from '@/components/form-sources'
import { Loaded } from '@/components/loaded'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { GoalForm } from './goal-form'
import { useKinds, usePreview } from './queries'

export function NewGoal() {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="main">
          <Plus aria-hidden /> New goal
        </Button>
      </DialogTrigger>
      {open && (
        <DialogContent
          title="What should the company reach?"
          description="Callboard plans who does what for it. Have it planned first to see how long it takes."
        >
          <Body onDone={() => setOpen(false)} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function Body({ onDone }: { onDone: () => void }) {
  const kinds = useKinds()
  const create = useCreateGoal()
  const preview = usePreview()
  const sources = useFormSources()
  return (
    <Loaded query={kinds} what="kinds of goals">
      {(kinds) => (
        <FormSources sources={sources}>
          <GoalForm
            kinds={kinds}
            plan={preview.data}
            error={create.error ?? preview.error}
            busy={create.isPending}
            planning={preview.isPending}
            onCreate={(wanted) => create.mutate(wanted, { onSuccess: onDone })}
            onPreview={(wanted) => {
              create.reset()
              preview.mutate(wanted)
            }}
            onEdit={() => {
              create.reset()
              preview.reset()
            }}
          />
        </FormSources>
      )}
    </Loaded>
  )
}
