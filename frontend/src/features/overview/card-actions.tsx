/// The last actions of a character, newest first; a refusal says what the game said.
import { useState } from 'react'
import type { LogLine } from '@/api/schema'
import { ActionRow } from '@/components/character/action-row'
import { Button } from '@/components/ui/button'

/** Shown without asking for more. */
const FIRST = 4

export function CardActions({ lines }: { lines: LogLine[] }) {
  const [all, setAll] = useState(false)
  const more = lines.length - FIRST
  return (
    <section className="flex-1 px-4 pt-3 pb-2">
      <div className="mb-1 flex h-7 items-center justify-between">
        <h4 className="text-xs font-medium text-soft">Last actions</h4>
        {more > 0 && (
          <Button
            variant="quiet"
            size="tiny"
            className="-mr-2"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show fewer' : `Show ${more} more`}
          </Button>
        )}
      </div>
      {lines.length === 0 && <p className="text-sm text-soft">None yet.</p>}
      <ol aria-label="Last actions" className="min-h-40 space-y-1.5">
        {lines.slice(0, all ? undefined : FIRST).map((line) => (
          <ActionRow key={line.id} line={line} />
        ))}
      </ol>
    </section>
  )
}
