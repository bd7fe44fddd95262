/// Takes what an alert has told off all pages.
import { Button } from '@/components/ui/button'
import { useDismiss } from './use-live'

export function DismissButton({ firing }: { firing: string }) {
  const dismiss = useDismiss()
  return (
    <p className="flex flex-wrap items-center gap-3 pt-1">
      <Button size="small" disabled={dismiss.isPending} onClick={() => dismiss.mutate(firing)}>
        Dismiss
      </Button>
      {dismiss.error && <span role="alert">{dismiss.error.message}</span>}
    </p>
  )
}
