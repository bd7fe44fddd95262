/// What the last choice was made from: why the character does this and nothing else.
import type { LogEntry } from '@/api/schema'
import { Panel } from '@/components/panel'
import { timeOfDay } from '@/lib/format'
import { AlternativeTable } from './alternative-table'

export function Choices({ entry }: { entry: LogEntry }) {
  return (
    <Panel
      title="What else was possible"
      aside={
        <span className="text-sm text-soft">
          as of <time dateTime={entry.at}>{timeOfDay(entry.at)}</time>
        </span>
      }
    >
      <div className="px-4 py-3">
        <AlternativeTable alternatives={entry.alternatives} />
      </div>
    </Panel>
  )
}
