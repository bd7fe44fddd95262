/// A plan to fill in: which strategy, and its configuration.
import { useMemo } from 'react'
import type { Strategy } from '@/api/schema'
import { FormSources } from '@/components/form/sources'
import { useSuggestions } from '@/components/season'
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
  const codes = useSuggestions()
  const { draft, mistake, filled, chosen, take } = state
  const sources = useMemo(
    // A workflow within a workflow is refused by the server.
    () => ({ codes, strategies: strategies.filter(({ name }) => name !== 'workflow') }),
    [codes, strategies],
  )
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
