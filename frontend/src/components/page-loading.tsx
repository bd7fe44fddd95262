/// The places of a page's parts while they are on their way.
import { cn } from '@/lib/cn'
import { Skeleton } from './skeleton'

interface PageLoadingProps {
  /** What the page shows: "events". */
  what: string
  className?: string
}

export function PageLoading({ what, className }: PageLoadingProps) {
  return (
    <div role="status" aria-label={`Loading the ${what}`} className={cn('space-y-4', className)}>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="h-40" />
      <Skeleton className="h-40" />
    </div>
  )
}
