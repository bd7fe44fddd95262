/// Deletes a saved automation, after asking.
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SavedAutomation } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { useForget } from './queries'

export function ForgetButton({ saved }: { saved: SavedAutomation }) {
  const [open, setOpen] = useState(false)
  const forget = useForget()
  const trigger = (
    <Button size="small" variant="quiet" aria-label={`Delete “${saved.name}”`}>
      <Trash2 aria-hidden /> Delete
    </Button>
  )
  return (
    <Question
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={`Delete “${saved.name}”?`}
      no="Keep it"
      yes="Delete"
      busy={forget.isPending}
      onYes={() => forget.mutate(saved.id, { onSuccess: () => setOpen(false) })}
    >
      <p>What was started from it goes on.</p>
      {forget.error && (
        <Callout tone="alarm" role="alert">
          {forget.error.message}
        </Callout>
      )}
    </Question>
  )
}
