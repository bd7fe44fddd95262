/// Pauses an automation, or lets it go on.
import { Pause, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useChangeAutomation } from './queries'

export function PauseButton({ name, paused }: { name: string; paused: boolean }) {
  const change = useChangeAutomation(name)
  const word = paused ? 'Resume' : 'Pause'
  return (
    <>
      <Button
        size="small"
        aria-label={`${word} the automation of ${name}`}
        disabled={change.isPending}
        onClick={() => change.mutate(paused ? 'resume' : 'pause')}
      >
        {paused ? <Play aria-hidden /> : <Pause aria-hidden />} {word}
      </Button>
      {change.error && (
        <p role="alert" className="self-center text-xs text-alarm">
          {change.error.message}
        </p>
      )}
    </>
  )
}
