/// Fetches the strategies and starts one; the form itself is `start-form.tsx`.
import type { Character } from '@/api/characters'
import { Loaded } from '@/components/loaded'
import { type Plan, useForecast, useStartAutomation, useStrategies } from './queries'
import { StartForm } from './start-form'
import { useBeginnings } from './use-beginnings'

interface StartBodyProps {
  character: Character
  /** What to begin with instead of what the character does now. */
  plan?: Plan
  onDone: () => void
}

export function StartBody({ character, plan, onDone }: StartBodyProps) {
  const { name, automation } = character
  const strategies = useStrategies()
  const beginnings = useBeginnings()
  const start = useStartAutomation()
  const forecast = useForecast()
  return (
    <Loaded query={strategies} what="strategies">
      {(strategies) => (
        <StartForm
          strategies={strategies}
          first={plan ?? automation ?? undefined}
          beginnings={beginnings}
          forecasts={forecast.data?.data}
          error={start.error ?? forecast.error}
          busy={start.isPending}
          reckoning={forecast.isPending}
          onStart={(plan) => start.mutate({ name, plan }, { onSuccess: onDone })}
          onForecast={(plan) => {
            start.reset()
            forecast.mutate({ name, plan })
          }}
          onEdit={() => {
            start.reset()
            forecast.reset()
          }}
        />
      )}
    </Loaded>
  )
}
