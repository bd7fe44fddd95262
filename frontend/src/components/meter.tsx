/// A bar that shows how much of something there is. Only a picture: the figures stand beside it in text.
import { cn } from '@/lib/cn'

interface MeterProps {
  value: number
  max: number
  /** The colour of the filled part, a background class. */
  fill: string
  className?: string
}

export function Meter({ value, max, fill, className }: MeterProps) {
  return (
    <div aria-hidden className={cn('h-1.5 overflow-hidden rounded-full bg-line', className)}>
      <div
        className={cn('h-full origin-left transition-transform duration-500', fill)}
        style={{ transform: `scaleX(${share(value, max)})` }}
      />
    </div>
  )
}

/** The filled share, 0 to 1; nothing of nothing is empty. */
export function share(value: number, max: number): number {
  return max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
}
