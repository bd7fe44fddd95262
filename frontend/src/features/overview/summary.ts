/// The company in four figures, from what the page knows.
import type { Character } from '@/api/characters'
import type { LogLine, Status } from '@/api/schema'
import { share } from '@/components/meter'
import { standing } from './standing'

const HOUR_MS = 3_600_000
/** The server tells at least this many lines at first, if it has them; fewer are all since it started. */
const FIRST_LINES = 50

type Rate = Status['rates'][number]

export interface Summary {
  total: number
  working: number
  /** Names of those who are not at work. */
  idle: string[]
  stuck: string[]
  actions: { applied: number; refused: number; spanMs: number }
  /** The rate budget that is nearest to its end. */
  tightest: { rate: Rate; used: number } | undefined
}

/** `now` is the server's time in ms. */
export function summarize(
  characters: readonly Character[],
  log: readonly LogLine[],
  { rates, started_at }: Pick<Status, 'rates' | 'started_at'>,
  now: number,
): Summary {
  const names = (wanted: string) => characters.filter((c) => standing(c) === wanted).map(({ name }) => name)
  return {
    total: characters.length,
    working: names('working').length,
    idle: names('idle'),
    stuck: names('stuck'),
    actions: recentActions(log, Date.parse(started_at), now),
    tightest: tightest(rates),
  }
}

/** Counts over the last hour, or over as much of it as the known lines (newest first) cover. All times in ms. */
export function recentActions(log: readonly LogLine[], startedAt: number, now: number): Summary['actions'] {
  const oldest = log.at(-1)
  const knownSince = oldest && log.length >= FIRST_LINES ? Date.parse(oldest.at) : startedAt
  const spanMs = Math.min(HOUR_MS, now - knownSince)
  const recent = log.filter(({ at }) => now - Date.parse(at) <= spanMs)
  const count = (wanted: LogLine['outcome']) => recent.filter(({ outcome }) => outcome === wanted).length
  return { applied: count('applied'), refused: count('refused'), spanMs }
}

/** Seconds are left out: what was left in one is over before it is read. */
function tightest(rates: readonly Rate[]): Summary['tightest'] {
  return rates
    .filter(({ window }) => window !== 'second')
    .map((rate) => ({ rate, used: share(rate.limit - rate.remaining, rate.limit) }))
    .reduce<Summary['tightest']>((most, next) => (most && most.used >= next.used ? most : next), undefined)
}
