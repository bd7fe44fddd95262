/// The page of a character before the first answer: the places that will be filled, at their size.
import { Skeleton } from '@/components/skeleton'
import { columns } from './character-view'

export function CharacterLoading() {
  return (
    <div role="status" aria-label="Loading the character">
      <Skeleton className="h-40" />
      <div className={columns}>
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
      </div>
    </div>
  )
}
