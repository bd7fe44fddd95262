/// The strategies to choose from, as large radio buttons.

import type { Strategy } from '@/api/schema'
import { title } from '@/lib/format'

interface StrategyChoiceProps {
  strategies: readonly Strategy[]
  chosen: string
  onChoose: (strategy: Strategy) => void
}

export function StrategyChoice({ strategies, chosen, onChoose }: StrategyChoiceProps) {
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="mb-1.5 text-sm font-medium">Strategy</legend>
      {strategies.map((strategy) => (
        <label
          key={strategy.name}
          className="flex cursor-pointer gap-3 rounded-lg border border-line p-3 hover:border-soft has-checked:border-curtain has-checked:bg-curtain/6 has-focus-visible:outline-2 has-focus-visible:outline-curtain"
        >
          <input
            type="radio"
            name="strategy"
            value={strategy.name}
            checked={strategy.name === chosen}
            onChange={() => onChoose(strategy)}
            className="mt-1 self-start accent-curtain"
          />
          <span>
            <span className="font-medium">{title(strategy.name)}</span>
            <span className="block text-sm text-soft">{strategy.description}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
