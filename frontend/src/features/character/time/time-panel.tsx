/// Where a character's time went: each second of the last day is in one account.
import type { LedgerView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Panel } from '@/components/panel'
import { Skeleton } from '@/components/skeleton'
import { dateAndMinute } from '@/lib/format'
import { percent } from './accounts'
import { HourTable } from './hour-table'
import { SpentBar } from './spent-bar'
import { SpentTable } from './spent-table'

interface TimePanelProps {
  ledger: LedgerView | undefined
  error: Error | null
}

export function TimePanel({ ledger, error }: TimePanelProps) {
  const worked = ledger && (
    <span className="text-sm text-soft">
      <span className="text-ink">{percent(ledger.utilisation, 1)}</span> at work
    </span>
  )
  return (
    <Panel title="Time" aside={worked}>
      <div className="space-y-3 px-4 py-3">
        {error && !ledger && (
          <Callout tone="alarm" role="alert">
            Where the time went could not be read: {error.message}
          </Callout>
        )}
        {!ledger && !error && <Skeleton className="h-32" />}
        {ledger && <Day ledger={ledger} />}
      </div>
    </Panel>
  )
}

function Day({ ledger: { from, seconds, hours } }: { ledger: LedgerView }) {
  return (
    <>
      <SpentBar spent={seconds} className="h-4" />
      <SpentTable spent={seconds} />
      <p className="text-xs text-soft">
        Since <time dateTime={from}>{dateAndMinute(from)}</time>. At work is time in cooldowns, of all time in
        which Callboard was running.
      </p>
      <details>
        <summary className="text-sm font-medium">Hour by hour</summary>
        <div className="mt-2">
          <HourTable hours={hours} />
        </div>
      </details>
    </>
  )
}
