/// The form that starts an automation: which strategy, and its configuration.
import { type FormEvent, useState } from 'react'
import type { Run } from '@/api/characters'
import type { ForecastView } from '@/api/schema'
import type { Values } from '@/components/form/schema-form'
import { Button } from '@/components/ui/button'
import { words } from '@/lib/format'
import { ConfigField } from './config-field'
import { asJson, configOf, type Draft, initialDraft } from './draft'
import { ForecastTable } from './forecast-table'
import type { Strategy } from './queries'
import { StrategyChoice } from './strategy-choice'

interface Body {
  strategy: string
  config: Values
}

interface StartFormProps {
  strategies: Strategy[]
  /** What runs or ran last: the form begins with it. */
  current: Run | undefined
  /** What it would bring, once that was asked. */
  forecasts: ForecastView[] | undefined
  /** What the server said of the last try. */
  error: Error | null
  busy: boolean
  /** A forecast is on its way. */
  reckoning: boolean
  onStart: (body: Body) => void
  onForecast: (body: Body) => void
  /** The reader changed something: an old error no longer fits. */
  onEdit: () => void
}

export function StartForm(props: StartFormProps) {
  const { strategies, current, forecasts, error, busy, reckoning, onEdit } = props
  const [draft, setDraft] = useState(() => initialDraft(strategies, current))
  const [mistake, setMistake] = useState<Error | null>(null)
  /** Counts the times that all fields were filled anew: inputs that keep text of their own begin again. */
  const [filled, setFilled] = useState(0)
  const chosen = strategies.find(({ name }) => name === draft.strategy)

  const edit = (next: Draft) => {
    setDraft(next)
    setMistake(null)
    onEdit()
  }
  const hand = (to: (body: Body) => void) => {
    const config = configOf(draft)
    if (config instanceof Error) setMistake(config)
    else to({ strategy: draft.strategy, config })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    hand(props.onStart)
  }
  const take = (strategy: Strategy) => {
    const config = strategy.defaults as Values
    const next = { strategy: strategy.name, config }
    edit(draft.text === undefined ? next : { ...next, text: asJson(config, strategy) })
    setFilled(filled + 1)
  }

  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-4">
      <StrategyChoice strategies={strategies} chosen={draft.strategy} onChoose={take} />
      {chosen && (
        <ConfigField
          key={filled}
          strategy={chosen}
          draft={draft}
          error={mistake ?? error}
          onChange={edit}
          onMistake={setMistake}
          onDefaults={() => take(chosen)}
        />
      )}
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
