/// Time as a bar of stacked accounts. Only a picture: the same stands beside it in figures.
import type { SpentView } from '@/api/schema'
import { cn } from '@/lib/cn'
import { lookOf, stacked, total } from './accounts'

interface SpentBarProps {
  spent: readonly SpentView[]
  /** Seconds that the whole width stands for; without it, all that was spent. */
  width?: number
  className?: string
}

export function SpentBar({ spent, width = total(spent), className }: SpentBarProps) {
  return (
    <div aria-hidden className={cn('flex overflow-hidden rounded-full bg-sunken', className)}>
      {stacked(spent).map(({ account, reason, seconds }) => (
        <div
          key={`${account} ${reason}`}
          className={lookOf(account).fill}
          style={{ width: `${width > 0 ? (100 * seconds) / width : 0}%` }}
        />
      ))}
    </div>
  )
}
