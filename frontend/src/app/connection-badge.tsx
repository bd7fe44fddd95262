/// Says in a word whether the page is live.
import type { Connection } from '@/api/live/connection'
import { useConnection } from '@/api/resources'
import { Chip, type Tone } from '@/components/chip'

const badges: Record<Connection['state'], { word: string; tone: Tone }> = {
  connecting: { word: 'Connecting', tone: 'wait' },
  live: { word: 'Live', tone: 'good' },
  reconnecting: { word: 'Reconnecting', tone: 'warn' },
  offline: { word: 'Offline', tone: 'alarm' },
}

export function ConnectionBadge() {
  const { word, tone } = badges[useConnection().state]
  return (
    <span role="status" aria-label="Connection" className="flex">
      <Chip tone={tone}>{word}</Chip>
    </span>
  )
}
