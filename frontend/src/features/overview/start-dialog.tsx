/// Fetches the strategies and starts one; the form itself is `start-form.tsx`.
import type { Character } from '@/api/characters'
import { Callout } from '@/components/callout'
import { Skeleton } from '@/components/skeleton'
import { DialogContent } from '@/components/ui/dialog'
import { useForecast, useStartAutomation, useStrategies } from './queries'
import { StartForm } from './start-form'

/** Mounted only while the dialog is open, so that each opening starts from the present state. */
export function StartDialog({ character, onDone }: { character: Character; onDone: () => void }) {
  return (
    <DialogContent
      title={`What should ${character.name} do?`}
      description={
        character.automation?.status === 'running'
          ? 'Replaces what runs now. An action that is on its way to the game is finished first.'
          : 'Choose a strategy and say what it should aim at.'
      }
    >
      <Body character={character} onDone={onDone} />
    </DialogContent>
  )
}

function Body({ character, onDone }: { character: Character; onDone: () => void }) {
  const strategies = useStrategies()
  const start = useStartAutomation(character.name)
  const forecast = useForecast(character.name)
  if (strategies.error) {
    return (
      <Callout tone="alarm" role="alert" className="mt-4">
        The strategies could not be loaded: {strategies.error.message}
      </Callout>
    )
  }
  if (!strategies.data) return <Skeleton className="mt-4 h-96" />
  return (
    <StartForm
      strategies={strategies.data}
      current={character.automation ?? undefined}
      forecasts={forecast.data?.data}
      error={start.error ?? forecast.error}
      busy={start.isPending}
      reckoning={forecast.isPending}
      onStart={(body) => start.mutate(body, { onSuccess: onDone })}
      onForecast={(body) => {
        start.reset()
        forecast.mutate(body)
      }}
      onEdit={() => {
        start.reset()
        forecast.reset()
      }}
    />
  )
}
