/// What was run before, and what came of it.
import { useId, useState } from 'react'
import type { Character } from '@/api/characters'
import { RunStatus } from '@/components/automation/run-status'
import { Callout } from '@/components/callout'
import { box } from '@/components/form/field-frame'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { useRuns } from './queries'
import { RunRow } from './run-row'
import { card, Section } from './section'

export function Runs({ characters }: { characters: readonly Character[] }) {
  const [name, setName] = useState<string>()
  const runs = useRuns(name)
  const all = runs.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <Section
      title="Runs"
      about="What was run, the latest first, and what came of it."
      aside={<Filter characters={characters} name={name} onChange={setName} />}
    >
      {runs.error && (
        <Callout tone="alarm" role="alert" className="mb-3">
          The runs could not be read: {runs.error.message}
        </Callout>
      )}
      {runs.isPending && <Skeleton className="h-40" />}
      {runs.data && all.length === 0 && <p className="text-sm text-soft">Nothing was run yet.</p>}
      {all.length > 0 && (
        <div className={card}>
          <ol aria-label="Runs">
            {all.map((run) => (
              <RunRow key={run.id} run={run} status={<RunStatus status={run.status} />} />
            ))}
          </ol>
          {runs.hasNextPage && (
            <div className="border-t border-line p-3 text-center">
              <Button size="small" disabled={runs.isFetchingNextPage} onClick={() => runs.fetchNextPage()}>
                {runs.isFetchingNextPage ? 'Reading…' : 'Show older runs'}
              </Button>
            </div>
          )}
        </div>
      )}
    </Section>
  )
}

interface FilterProps {
  characters: readonly Character[]
  name: string | undefined
  onChange: (name: string | undefined) => void
}

function Filter({ characters, name, onChange }: FilterProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-sm text-soft">
        Of
      </label>
      <select
        id={id}
        value={name ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
        className={cn(box, 'h-9')}
      >
        <option value="">everybody</option>
        {characters.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
    </div>
  )
}
