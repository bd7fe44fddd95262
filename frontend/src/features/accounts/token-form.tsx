/// One field for a token, which is never shown and is forgotten as soon as it was taken.
import { type FormEvent, useId, useState } from 'react'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'

interface TokenFormProps {
  label: string
  submit: string
  busy: boolean
  error: Error | null
  onSubmit: (token: string, taken: () => void) => void
  onEdit: () => void
}

export function TokenForm({ label, submit, busy, error, onSubmit, onEdit }: TokenFormProps) {
  const [token, setToken] = useState('')
  const id = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (token.trim() !== '') onSubmit(token.trim(), () => setToken(''))
  }
  return (
    <form onSubmit={send} className="mt-3 space-y-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor={id} className="text-sm font-medium">
            {label}
          </label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={({ target }) => {
              onEdit()
              setToken(target.value)
            }}
            className="mt-1 block h-10 w-full rounded-lg border border-line bg-sunken px-3 text-sm"
          />
        </div>
        <Button type="submit" variant="main" disabled={busy || token.trim() === ''}>
          {busy ? 'Asking the game …' : submit}
        </Button>
      </div>
      {error && (
        <Callout tone="alarm" role="alert">
          {error.message}
        </Callout>
      )}
    </form>
  )
}
