/// The company in four figures, from what the page knows.
import type { Character } from '@/api/characters'
import type { LogLine, Status } from '@/api/schema'
import { share } from '@/components/meter'
import { standing } from './standing'

const HOUR_MS = 3_600_000
/** The server sends at most this many lines first; fewer means that there are no more. */
const FIRST_LINES = 100

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
  rates: readonly Rate[],
  now: number,
): Summary {
  const names = (wanted: string) => characters.filter((c) => standing(c) === wanted).map(({ name }) => name)
  return {
    total: characters.length,
    working: names('working').length,
    idle: names('idle'),
    stuck: names('stuck'),
    actions: recentActions(log, now),
    tightest: tightest(rates),
  }
}

/** Counts over the last hour, or over as much of it as the known lines (newest first) cover. */
export function recentActions(log: readonly LogLine[], now: number): Summary['actions'] {
  const oldest = log.at(-1)
  const whole = !oldest || log.length < FIRST_LINES || now - Date.parse(oldest.at) >= HOUR_MS
  const spanMs = whole ? HOUR_MS : now - Date.parse(oldest.at)
  const recent = log.filter(({ at }) => now - Date.parse(at) <= spanMs)
  const count = (wanted: LogLine['outcome']) => recent.filter(({ outcome }) => outcome === wanted).length
  return { applied: count('applied'), refused: count('refused'), spanMs }
}

function tightest(rates: readonly Rate[]): Summary['tightest'] {
  return rates
    .map((rate) => ({ rate, used: share(rate.limit - rate.remaining, rate.limit) }))
    .reduce<Summary['tightest']>((most, next) => (most && most.used >= next.used ? most : next), undefined)
}
