/// A page of characters when the first answer was an error.
import { Unplug } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { Button } from '@/components/ui/button'

export function CharactersFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const retry = <Button onClick={() => onRetry()}>Try again</Button>
  return (
    <FullPage icon={Unplug} title="The characters could not be loaded" action={retry}>
      <p role="alert">{error.message}</p>
      <p>The page goes on trying by itself.</p>
    </FullPage>
  )
}
