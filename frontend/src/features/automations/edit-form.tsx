/// The form of a saved automation: its name, its strategy, its configuration.
import { type FormEvent, useId, useState } from 'react'
import type { SavedAutomation, SaveRequest, Strategy } from '@/api/schema'
import { PlanFields } from '@/components/automation/plan-fields'
import { type Beginning, PlanPicker } from '@/components/automation/plan-picker'
import { useDraft } from '@/components/automation/use-draft'
import { box } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'

interface EditFormProps {
  strategies: readonly Strategy[]
  saved: SavedAutomation | undefined
  beginnings: readonly Beginning[]
  error: Error | null
  busy: boolean
  onSave: (body: SaveRequest) => void
  onEdit: () => void
}

export function EditForm(props: EditFormProps) {
  const { strategies, saved, beginnings, error, busy, onEdit } = props
  const id = useId()
  const [name, setName] = useState(saved?.name ?? '')
  const [nameless, setNameless] = useState(false)
  const state = useDraft(strategies, saved, onEdit)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setNameless(name.trim() === '')
    if (name.trim() !== '') state.hand((plan) => props.onSave({ name: name.trim(), ...plan }))
  }
  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-4">
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          Name
        </label>
        <input
          id={id}
          value={name}
          maxLength={80}
          onChange={({ target }) => {
            setName(target.value)
            setNameless(false)
          }}
          aria-invalid={nameless}
          aria-describedby={nameless ? `${id}-error` : undefined}
          className={cn(box, 'mt-1 h-9')}
        />
        {nameless && (
          <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-alarm">
            Give it a name to find it by.
          </p>
        )}
      </div>
      <PlanPicker beginnings={beginnings} onPick={state.take} />
      <PlanFields strategies={strategies} state={state} error={error} />
      <div className="flex justify-end">
        <Button type="submit" variant="main" disabled={busy || !state.chosen}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
