/// A page whose first question was answered with an error.
import { Unplug } from 'lucide-react'
import { FullPage } from './full-page'
import { Button } from './ui/button'

interface PageFailedProps {
  /** What the page shows: "events". */
  what: string
  error: Error
  onRetry: () => void
}

export function PageFailed({ what, error, onRetry }: PageFailedProps) {
  const retry = <Button onClick={() => onRetry()}>Try again</Button>
  return (
    <FullPage icon={Unplug} title={`The ${what} could not be loaded`} action={retry}>
      <p role="alert">{error.message}</p>
      <p>The page goes on trying by itself.</p>
    </FullPage>
  )
}
