/// The form that starts an automation: which strategy, its configuration, and what that would bring.
import type { FormEvent } from 'react'
import type { ForecastView, Strategy } from '@/api/schema'
import { Button } from '@/components/ui/button'
import { words } from '@/lib/format'
import { ForecastTable } from './forecast-table'
import { PlanFields } from './plan-fields'
import { type Beginning, PlanPicker } from './plan-picker'
import type { Plan } from './queries'
import { useDraft } from './use-draft'

interface StartFormProps {
  strategies: readonly Strategy[]
  /** What the form begins with: what runs or ran last, or what was chosen elsewhere. */
  first: Plan | undefined
  /** What it may be filled with: templates. */
  beginnings: readonly Beginning[]
  /** What it would bring, once that was asked. */
  forecasts: ForecastView[] | undefined
  /** What the server said of the last try. */
  error: Error | null
  busy: boolean
  /** A forecast is on its way. */
  reckoning: boolean
  onStart: (plan: Plan) => void
  onForecast: (plan: Plan) => void
  /** The reader changed something: an old error no longer fits. */
  onEdit: () => void
}

export function StartForm(props: StartFormProps) {
  const { strategies, first, beginnings, forecasts, error, busy, reckoning, onEdit } = props
  const state = useDraft(strategies, first, onEdit)
  const { chosen, hand, take } = state
  const submit = (event: FormEvent) => {
    event.preventDefault()
    hand(props.onStart)
  }
  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-4">
      <PlanPicker beginnings={beginnings} onPick={take} />
      <PlanFields strategies={strategies} state={state} error={error} />
      {forecasts && <ForecastTable forecasts={forecasts} />}
      <div className="flex justify-end gap-2">
        <Button disabled={reckoning || !chosen} onClick={() => hand(props.onForecast)}>
          {reckoning ? 'Reckoning…' : 'Forecast'}
        </Button>
        <Button type="submit" variant="main" disabled={busy || !chosen}>
          {busy ? 'Starting…' : `Start ${words(chosen?.name ?? '')}`}
        </Button>
      </div>
    </form>
  )
}
