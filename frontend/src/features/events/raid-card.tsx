/// A raid: its hours, and its boss while it is open.
import type { GoalView, RaidView } from '@/api/schema'
import { Chip } from '@/components/chip'
import { Meter } from '@/components/meter'
import { Until } from '@/components/until'
import { count, dateAndMinute, number, title, words } from '@/lib/format'
import { Goers } from './goers'

interface RaidCardProps {
  raid: RaidView
  goals: readonly GoalView[]
  accounts: readonly string[]
}

export function RaidCard({ raid, goals, accounts }: RaidCardProps) {
  return (
    <li className="pinned relative flex flex-col gap-3 rounded-xl border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h3 className="font-serif text-lg font-semibold">{raid.name}</h3>
        {raid.open ? <Chip tone="good">Open</Chip> : <Chip tone="idle">Closed</Chip>}
      </div>
      {raid.open ? <Boss open={raid.open} /> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm [&>dt]:text-soft">
        <dt>Boss</dt>
        <dd>{title(raid.monster)}</dd>
        <dt>{raid.open ? 'Opens again' : 'Opens'}</dt>
        <dd>
          in <Until at={raid.next_start_at} />
          <span className="text-soft"> ({dateAndMinute(raid.next_start_at)})</span>
        </dd>
        <dt>Every</dt>
        <dd>
          {raid.weekdays.map(title).join(', ')}, for {raid.duration_hours}
          {'\u00a0'}h
        </dd>
        {raid.rewards.length > 0 && (
          <>
            <dt>Rewards</dt>
            <dd>{raid.rewards.map(words).join(', ')}</dd>
          </>
        )}
      </dl>
      <Goers kind="raid" code={raid.code} goals={goals} accounts={accounts} />
    </li>
  )
}

function Boss({ open }: { open: NonNullable<RaidView['open']> }) {
  return (
    <div className="space-y-1 text-sm">
      <p className="font-medium text-brass">
        closes in <Until at={open.ends_at} />
      </p>
      <Meter value={open.remaining_hp} max={open.total_hp} fill="bg-hurt-fill" />
      <p>
        {number(open.remaining_hp)} of {number(open.total_hp)} hp left
        <span className="text-soft">, {count(open.participants, 'account')} in the fight</span>
      </p>
    </div>
  )
}
