/// Has the game asked at once whether it takes a token that it has rejected.
import { Button } from '@/components/ui/button'
import { useRetryAccounts } from './use-live'

export function RetryButton() {
  const retry = useRetryAccounts()
  return (
    <p className="flex flex-wrap items-center gap-3 pt-1">
      <Button size="small" disabled={retry.isPending} onClick={() => retry.mutate()}>
        Try the token now
      </Button>
      <span role="status">
        {retry.error?.message ?? (retry.isSuccess && 'The game has been asked again.')}
      </span>
    </p>
  )
}
