/// The rules by which one is told of the exchange, and what they have told.
import type { FiringView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Panel } from '@/components/panel'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { dateAndMinute, words } from '@/lib/format'
import { useAlerts, useDeleteAlert } from './queries'

/** Of what was told, so much is listed. */
const SHOWN = 10

export function Alerts({ onOpen }: { onOpen: (item: string) => void }) {
  const { data, error } = useAlerts()
  const remove = useDeleteAlert()
  const failed = remove.error ?? error
  return (
    <Panel title="Alerts">
      {failed && (
        <Callout tone="alarm" role="alert" className="m-3">
          {failed.message}
        </Callout>
      )}
      {data?.data.length === 0 && (
        <p className="px-4 py-4 text-sm text-soft">
          There are none. On the sheet of an item, “Tell me when…” makes one.
        </p>
      )}
      <ul className="divide-y divide-line text-sm">
        {data?.data.map((alert) => (
          <li key={alert.id} className="flex items-center justify-between gap-4 px-4 py-2">
            <span className="min-w-0">
              {alert.words}
              <span className={cn('ml-2 text-xs', alert.holds ? 'text-good' : 'text-soft')}>
                {alert.holds ? 'holds now' : 'watched'}
              </span>
            </span>
            <Button
              size="tiny"
              aria-label={`Delete the alert: ${alert.words}`}
              disabled={remove.isPending}
              onClick={() => remove.mutate(alert.id)}
            >
              Delete
            </Button>
          </li>
        ))}
      </ul>
      {data && data.firings.length > 0 && <Told firings={data.firings} onOpen={onOpen} />}
    </Panel>
  )
}

interface ToldProps {
  firings: readonly FiringView[]
  onOpen: (item: string) => void
}

function Told({ firings, onOpen }: ToldProps) {
  return (
    <div className="border-t border-line px-4 py-3">
      <h3 className="text-xs font-medium text-soft">What they have told</h3>
      <ul className="space-y-1 pt-1 text-sm">
        {firings.slice(0, SHOWN).map(({ id, at, words: what, item }) => (
          <li key={id} className="flex gap-3">
            <span className="shrink-0 text-soft tabular-nums">{dateAndMinute(at)}</span>
            {item ? (
              <button
                type="button"
                className="text-left underline decoration-line underline-offset-4 hover:decoration-curtain"
                onClick={() => onOpen(item)}
              >
                {words(what)}
              </button>
            ) : (
              <span>{words(what)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
