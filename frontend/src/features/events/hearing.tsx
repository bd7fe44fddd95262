/// How each account hears what goes on in the game.
import type { AccountView } from '@/api/schema'
import { Chip, type Tone } from '@/components/chip'

const modes: Record<AccountView['realtime']['mode'], { tone: Tone; words: string }> = {
  socket: { tone: 'good', words: 'Told at once' },
  polling: { tone: 'wait', words: 'Asked every few minutes' },
  off: { tone: 'idle', words: 'Connecting' },
}

export function Hearing({ accounts }: { accounts: readonly AccountView[] }) {
  return (
    <ul aria-label="How the accounts hear of events" className="space-y-1.5 text-sm text-soft">
      {accounts.map(({ name, realtime }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Chip tone={modes[realtime.mode].tone}>{modes[realtime.mode].words}</Chip>
          <span className="font-medium text-ink">{name ?? 'An account without a name yet'}</span>
          {realtime.message && <span className="wrap-anywhere">{realtime.message}</span>}
        </li>
      ))}
    </ul>
  )
}
