/// A grey stand-in of the size of what is loading.
import { cn } from '@/lib/cn'

export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cn('motion-decorative animate-pulse rounded-md bg-line/70', className)} />
  )
}
