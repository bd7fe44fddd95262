/// A part of a page on a sheet of its own, under its heading.
import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'

interface PanelProps {
  title: string
  /** What stands at the other end of the heading's line. */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

export function Panel({ title, aside, className, children }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={cn('min-w-0 rounded-xl border border-line bg-sheet shadow-sm', className)}
    >
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 border-b border-line px-4 py-1.5">
        <h2 id={id} className="font-serif text-lg font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
