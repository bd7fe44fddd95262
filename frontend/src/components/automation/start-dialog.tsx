/// Fetches the strategies and starts one; the form itself is `start-form.tsx`.
import type { Character } from '@/api/characters'
import { Callout } from '@/components/callout'
import { Skeleton } from '@/components/skeleton'
import { DialogContent } from '@/components/ui/dialog'
import { type Plan, useForecast, useStartAutomation, useStrategies } from './queries'
import { StartForm } from './start-form'
import { useBeginnings } from './use-beginnings'

interface StartDialogProps {
  character: Character
  /** What to begin with instead of what the character does now. */
  plan?: Plan
  onDone: () => void
}

/** Mounted only while the dialog is open, so that each opening starts from the present state. */
export function StartDialog(props: StartDialogProps) {
  const { name, automation } = props.character
  return (
    <DialogContent
      title={`What should ${name} do?`}
      description={
        automation?.status === 'running'
          ? 'Replaces what runs now. An action that is on its way to the game is finished first.'
          : 'Choose a strategy and say what it should aim at.'
      }
    >
      <Body {...props} />
    </DialogContent>
  )
}

function Body({ character, plan, onDone }: StartDialogProps) {
  const { name, automation } = character
  const strategies = useStrategies()
  const beginnings = useBeginnings()
  const start = useStartAutomation()
  const forecast = useForecast()
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
  )
}
