/// A plan to fill in: which strategy, and its configuration.
import type { Strategy } from '@/api/schema'
import { FormSources } from '@/components/form/sources'
import { useFormSources } from '@/components/form-sources'
import { ConfigField } from './config-field'
import { StrategyChoice } from './strategy-choice'
import type { DraftState } from './use-draft'

interface PlanFieldsProps {
  strategies: readonly Strategy[]
  state: DraftState
  /** What the server said of the last try. */
  error: Error | null
}

export function PlanFields({ strategies, state, error }: PlanFieldsProps) {
  const { draft, mistake, filled, chosen, take } = state
  const sources = useFormSources()
  const begin = ({ name, defaults }: Strategy) => take({ strategy: name, config: defaults })
  return (
    <FormSources sources={sources}>
      <StrategyChoice strategies={strategies} chosen={draft.strategy} onChoose={begin} />
      {chosen && (
        <ConfigField
          key={filled}
          strategy={chosen}
          state={state}
          error={mistake ?? error}
          onDefaults={() => begin(chosen)}
        />
      )}
    </FormSources>
  )
}
