/// One of several values: its number, and what may be done with it as a whole.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface ItemFrameProps {
  /** What it is called: "Step 2". */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  children: ReactNode
}

export function ItemFrame({ name, isFirst, isLast, onMove, onRemove, children }: ItemFrameProps) {
  return (
    <li aria-label={name} className="rounded-lg border border-line p-3">
      <div className="-mt-1 mb-2 flex items-center justify-between gap-2">
        <span className="text-sm font-medium text-soft">{name}</span>
        <span className="-mr-1 flex">
          <Button
            variant="quiet"
            size="icon"
            disabled={isFirst}
            aria-label={`Move ${name} up`}
            onClick={() => onMove(-1)}
          >
            <ArrowUp aria-hidden />
          </Button>
          <Button
            variant="quiet"
            size="icon"
            disabled={isLast}
            aria-label={`Move ${name} down`}
            onClick={() => onMove(1)}
          >
            <ArrowDown aria-hidden />
          </Button>
          <Button variant="quiet" size="icon" aria-label={`Remove ${name}`} onClick={onRemove}>
            <X aria-hidden />
          </Button>
        </span>
      </div>
      {children}
    </li>
  )
}
