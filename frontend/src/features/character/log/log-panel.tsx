/// The log of a character: each line with its reason, the numbers behind it and what else could have been chosen.
import { Callout } from '@/components/callout'
import { Panel } from '@/components/panel'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { LogRow } from './log-row'
import type { LogState } from './use-log'

export function LogPanel({ log, older }: LogState) {
  const { entries = [], next = null } = log.data ?? {}
  const error = log.error ?? older.error
  return (
    <Panel title="Log">
      {error && (
        <Callout tone="alarm" role="alert" className="m-4">
          The log could not be read: {error.message}
        </Callout>
      )}
      {log.isPending && <Skeleton className="m-4 h-64" />}
      {log.data && entries.length === 0 && (
        <p className="px-4 py-3 text-sm text-soft">Nothing has been done yet.</p>
      )}
      <ol aria-label="Log">
        {entries.map((entry) => (
          <LogRow key={entry.id} entry={entry} />
        ))}
      </ol>
      {next !== null && (
        <div className="border-t border-line p-3 text-center">
          <Button size="small" disabled={older.isPending} onClick={() => older.mutate(next)}>
            {older.isPending ? 'Reading…' : 'Show older lines'}
          </Button>
        </div>
      )}
    </Panel>
  )
}
