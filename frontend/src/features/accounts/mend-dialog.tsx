/// Gives an account another token of its own.
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { useMendAccount } from './queries'
import { TokenForm } from './token-form'

export function MendDialog({ name, urgent }: { name: string; urgent: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button
          size="small"
          variant={urgent ? 'main' : 'outline'}
          aria-label={`Replace the token of ${name}`}
        >
          <KeyRound aria-hidden /> Replace token
        </Button>
      </DialogTrigger>
      <DialogContent
        title={`A new token for ${name}`}
        description="The game changes the token with the password. Copy the new one from the account's page."
      >
        <Body name={name} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

/** Mounted only while the dialog is open, so that nothing of an earlier try is left. */
function Body({ name, onDone }: { name: string; onDone: () => void }) {
  const mend = useMendAccount(name)
  return (
    <TokenForm
      label="New token"
      submit="Replace"
      busy={mend.isPending}
      error={mend.error}
      onSubmit={(token) => mend.mutate(token, { onSuccess: onDone })}
      onEdit={() => !mend.isPending && mend.reset()}
    />
  )
}
