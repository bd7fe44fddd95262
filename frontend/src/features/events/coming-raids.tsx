/// The calendar of the raids: the hours of the coming week, day by day, with who goes.
import type { GoalView, RaidView } from '@/api/schema'
import { Until } from '@/components/until'
import { minuteOfDay, weekday } from '@/lib/format'
import { useNow } from '@/lib/now'
import { goalsAbout } from './going'

interface ComingRaidsProps {
  raids: readonly RaidView[]
  goals: readonly GoalView[]
}

export function ComingRaids({ raids, goals }: ComingRaidsProps) {
  const now = useNow()
  const windows = raids.flatMap((raid) => raid.windows.map((window) => ({ raid, ...window })))
  const coming = windows
    .filter(({ opens_at }) => Date.parse(opens_at) > now)
    .toSorted((one, other) => Date.parse(one.opens_at) - Date.parse(other.opens_at))
  if (coming.length === 0) return null
  return (
    <section aria-label="Coming raids" className="space-y-3">
      <h2 className="font-serif text-xl font-semibold">Coming raids</h2>
      <ol className="divide-y divide-line rounded-xl border border-line bg-sheet">
        {coming.map(({ raid, opens_at, closes_at }) => (
          <li
            key={`${raid.code} ${opens_at}`}
            className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[1fr_1fr_1.4fr]"
          >
            <p className="font-medium tabular-nums">
              {weekday(opens_at)} {minuteOfDay(opens_at)} to {minuteOfDay(closes_at)}
            </p>
            <p>
              {raid.name}
              <span className="text-soft">
                , in <Until at={opens_at} />
              </span>
            </p>
            <p className="text-soft">{who(raid, goals)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Whoever goes next time goes as long as the goal is there. */
function who({ code }: RaidView, goals: readonly GoalView[]): string {
  const about = goalsAbout('raid', code, goals)
  if (about.length === 0) return 'No goal takes it'
  const names = about.flatMap(({ lines }) => lines.filter(({ occasion }) => occasion === code))
  return names.length > 0
    ? names.map(({ character }) => character).join(', ')
    : 'Who goes is chosen before it opens'
}
