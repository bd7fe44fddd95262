/// Says in a word whether the page is live, and the game with it.
import { useQuery } from '@tanstack/react-query'
import type { Connection } from '@/api/live/connection'
import { statusQuery, useConnection } from '@/api/resources'
import type { Status } from '@/api/schema'
import { Chip, type Tone } from '@/components/chip'

const badges: Record<Connection['state'], { word: string; tone: Tone }> = {
  connecting: { word: 'Connecting', tone: 'wait' },
  live: { word: 'Live', tone: 'good' },
  reconnecting: { word: 'Reconnecting', tone: 'warn' },
  offline: { word: 'Offline', tone: 'alarm' },
}

export function ConnectionBadge() {
  const { state } = useConnection()
  const status = useQuery(statusQuery).data
  const { word, tone } = (state === 'live' && trouble(status)) || badges[state]
  return (
    <span role="status" aria-label="Connection" className="flex">
      <Chip tone={tone}>{word}</Chip>
    </span>
  )
}

/** Why nobody can act although the page is live. */
function trouble(status: Status | undefined): { word: string; tone: Tone } | undefined {
  if (status?.game.state === 'away') return { word: 'Game away', tone: 'alarm' }
  const rejected = status?.accounts.some(({ state }) => state === 'rejected')
  return rejected ? { word: 'Token rejected', tone: 'alarm' } : undefined
}
