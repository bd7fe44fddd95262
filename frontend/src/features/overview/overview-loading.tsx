/// The overview before the first answer: the places that will be filled, at their size.
import { Skeleton } from '@/components/skeleton'
import { board } from './overview-view'

export function OverviewLoading() {
  return (
    <div role="status" aria-label="Loading the characters">
      <div className="h-44 rounded-xl border border-line bg-sheet lg:h-22" />
      <div className={board}>
        {['a', 'b', 'c', 'd', 'e'].map((place) => (
          <EmptyCard key={place} />
        ))}
      </div>
    </div>
  )
}

function EmptyCard() {
  return (
    <div className="pinned relative mb-5 h-188 rounded-xl border border-line bg-sheet px-4 pt-4">
      <div className="flex items-center gap-3">
        <Skeleton className="size-11 rounded-full" />
        <Skeleton className="h-6 w-32" />
      </div>
      <Skeleton className="mt-8 h-16" />
      <Skeleton className="mt-10 h-28" />
      <Skeleton className="mt-8 h-20" />
      <Skeleton className="mt-8 h-40" />
    </div>
  )
}
