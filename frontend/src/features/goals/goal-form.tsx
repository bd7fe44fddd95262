/// The form of a new goal: which kind, what is wanted, how urgent it is.
import { type FormEvent, useState } from 'react'
import type { GoalView, WantedGoal } from '@/api/schema'
import { ConfigError, mistakesIn } from '@/components/automation/config-error'
import { SchemaForm, type Values } from '@/components/form/schema-form'
import { Button } from '@/components/ui/button'
import { fieldsOf } from '@/lib/fields'
import { KindChoice } from './kind-choice'
import { Preview } from './preview'
import type { Kind } from './queries'

interface GoalFormProps {
  kinds: Kind[]
  /** How it would be planned, once that was asked. */
  plan: GoalView | undefined
  /** What the server said of the last try. */
  error: Error | null
  busy: boolean
  /** A plan is on its way. */
  planning: boolean
  onCreate: (wanted: WantedGoal) => void
  onPreview: (wanted: WantedGoal) => void
  /** The reader changed something: an old answer no longer fits. */
  onEdit: () => void
}

export function GoalForm({ kinds, plan, error, busy, planning, onCreate, onPreview, onEdit }: GoalFormProps) {
  const [chosen, setChosen] = useState(kinds[0]?.name)
  const [values, setValues] = useState<Values>((kinds[0]?.defaults ?? {}) as Values)
  const [priority, setPriority] = useState(5)
  /** How often the form was filled at once: its inputs begin anew then. */
  const [filled, setFilled] = useState(0)
  const kind = kinds.find(({ name }) => name === chosen)
  if (!kind) return null
  const wanted = { kind: kind.name, config: values, priority } as WantedGoal
  const fields = fieldsOf(kind.schema)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCreate(wanted)
  }
  const choose = (name: string, config: Values) => {
    setChosen(name)
    setValues(config)
    setFilled((times) => times + 1)
    onEdit()
  }
  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-4">
      <KindChoice kinds={kinds} chosen={kind} onChoose={choose} />
      <SchemaForm
        key={filled}
        fields={fields}
        values={values}
        mistakes={mistakesIn(error)}
        onChange={(next) => {
          setValues(next)
          onEdit()
        }}
      />
      <label className="block text-sm font-medium">
        Priority
        <span className="block text-xs font-normal text-soft">1 to 9: the greater comes first.</span>
        <input
          type="number"
          min={1}
          max={9}
          value={priority}
          onChange={({ target }) => {
            setPriority(Number(target.value))
            onEdit()
          }}
          className={choice}
        />
      </label>
      {error && <ConfigError id="goal-error" error={error} shown={fields} />}
      {plan && <Preview plan={plan} />}
      <div className="flex justify-end gap-2">
        <Button disabled={planning} onClick={() => onPreview(wanted)}>
          {planning ? 'Planning…' : 'Show the plan'}
        </Button>
        <Button type="submit" variant="main" disabled={busy}>
          {busy ? 'Creating…' : 'Create the goal'}
        </Button>
      </div>
    </form>
  )
}

const choice = 'mt-1 block h-9 w-full rounded-lg border border-line bg-sunken px-3 text-sm font-normal'
