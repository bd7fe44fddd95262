/// How a run goes, or went, beside what its forecast said at its start.
import type { ComparisonView, GainsView, RunForecastView } from '@/api/schema'
import { number, span } from '@/lib/format'

/** What may be compared, and what it is called. */
const MEASURES = { xp: 'xp', gold: 'gold', items: 'items' } as const
type Measure = keyof typeof MEASURES

/** The times at which forecast and outcome are compared, the earliest first. */
export function comparisons({ so_far, horizons }: RunForecastView): ComparisonView[] {
  const all = so_far ? [so_far, ...horizons] : horizons
  return all.toSorted((a, b) => a.after_seconds - b.after_seconds)
}

/** What is expected to come, or came. */
export function measures(forecast: RunForecastView): Measure[] {
  const counts = (gains: GainsView | null, measure: Measure) => (gains?.[measure] ?? 0) > 0
  const matters = (measure: Measure) =>
    comparisons(forecast).some(({ expected, came }) => counts(expected, measure) || counts(came, measure))
  return (Object.keys(MEASURES) as Measure[]).filter(matters)
}

/** Below this share of the work that was expected, it is told how little was done. */
const LITTLE = 0.9

/** That it was at work for less time than was expected: paused, played by hand, or while Callboard was off. */
function idleness(expected: GainsView, came: GainsView): string {
  if (came.busy_seconds >= LITTLE * expected.busy_seconds) return ''
  return `, but at work for ${span(came.busy_seconds * 1000)} only`
}

/** A line for each time: of xp, or where none is gained of gold or items. What lies ahead is told while the run goes on. */
export function outcome(forecast: RunForecastView | null, goesOn: boolean): string[] {
  const measure = forecast && measures(forecast)[0]
  if (!forecast || !measure) return []
  const told = comparisons(forecast).map(({ after_seconds, expected, came }) => {
    const much = (gains: GainsView) => number(Math.round(gains[measure]))
    const [what, time] = [MEASURES[measure], span(after_seconds * 1000)]
    if (came) return `${much(came)} ${what} in ${time}, ${much(expected)} expected${idleness(expected, came)}`
    return goesOn && `${much(expected)} ${what} expected in ${time}`
  })
  return told.filter((line) => line !== false)
}
