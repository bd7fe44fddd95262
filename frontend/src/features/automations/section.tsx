/// A part of the page: a heading, what may be done there, and cards in a grid.
import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  about: string
  aside?: ReactNode
  children: ReactNode
}

export function Section({ title, about, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id={id} className="font-serif text-xl font-semibold">
            {title}
          </h2>
          <p className="text-sm text-soft">{about}</p>
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}

export const grid = 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,20.5rem),1fr))] gap-4'
export const card = 'flex min-w-0 flex-col rounded-xl border border-line bg-sheet shadow-sm'
