/// The company in four figures.
import type { Character } from '@/api/characters'
import type { Status } from '@/api/schema'
import { standing } from '@/components/character/standing'
import { share } from '@/components/meter'

const HOUR_MS = 3_600_000

type Rate = Status['rates'][number]

export interface Summary {
  total: number
  working: number
  /** How many wait for a game that does not answer. */
  held: number
  /** Names of those who have nothing to do. */
  idle: string[]
  stuck: string[]
  /** Of the last hour; `since` (ms) when the program has not run for that long. */
  actions: { applied: number; refused: number; since: number | undefined }
  /** The rate budget that is nearest to its end. */
  tightest: { rate: Rate; used: number } | undefined
}

export function summarize(characters: readonly Character[], status: Status | undefined): Summary {
  const names = (wanted: string) => characters.filter((c) => standing(c) === wanted).map(({ name }) => name)
  return {
    total: characters.length,
    working: names('working').length,
    held: names('held').length,
    idle: names('idle'),
    stuck: names('stuck'),
    actions: actions(status),
    tightest: tightest(status?.rates ?? []),
  }
}

function actions(status: Status | undefined): Summary['actions'] {
  if (!status) return { applied: 0, refused: 0, since: undefined }
  const started = Date.parse(status.started_at)
  const young = Date.parse(status.now) - started < HOUR_MS
  const { applied, refused } = status.actions
  return { applied, refused, since: young ? started : undefined }
}

/** Seconds are left out: what was left in one is over before it is read. */
function tightest(rates: readonly Rate[]): Summary['tightest'] {
  return rates
    .filter(({ window }) => window !== 'second')
    .map((rate) => ({ rate, used: share(rate.limit - rate.remaining, rate.limit) }))
    .reduce<Summary['tightest']>((most, next) => (most && most.used >= next.used ? most : next), undefined)
}
