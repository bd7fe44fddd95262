/// What came of a run beside what its forecast said at its start: so far, within an hour and within a day.
import type { GainsView, RunForecastView } from '@/api/schema'
import { number, span, title } from '@/lib/format'
import { comparisons, measures } from './outcome'

export function OutcomeTable({ forecast }: { forecast: RunForecastView }) {
  const times = comparisons(forecast)
  return (
    <table className="w-full text-sm">
      <caption className="mb-1 text-left font-medium">
        Forecast and outcome, in the game's own time
        <span className="block text-xs font-normal text-soft">
          Time counts on while it is paused, played by hand, or Callboard is off.
        </span>
      </caption>
      <thead>
        <tr className="text-soft">
          <th scope="col" className="sr-only">
            What
          </th>
          {times.map((time) => (
            <th key={time.after_seconds} scope="col" className="py-1 pl-3 text-right font-normal">
              {time === forecast.so_far && 'so far, '}
              {span(time.after_seconds * 1000)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows(forecast).map(({ name, cell }) => (
          <tr key={name} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-3 text-left font-normal">
              {name}
            </th>
            {times.map(({ after_seconds, expected, came }) => (
              <td key={after_seconds} className="py-1 pl-3 text-right tabular-nums">
                {came ? cell(came, after_seconds) : '–'}
                <span className="block text-xs text-soft">expected {cell(expected, after_seconds)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Row {
  name: string
  cell: (gains: GainsView, seconds: number) => string
}

function rows(forecast: RunForecastView): Row[] {
  const whole = (value: number) => number(Math.round(value))
  const fights = comparisons(forecast).some(({ expected, came }) => expected.fights + (came?.fights ?? 0) > 0)
  return [
    ...measures(forecast).map((measure) => ({
      name: title(measure),
      cell: (gains: GainsView) => whole(gains[measure]),
    })),
    ...(fights
      ? [
          {
            name: 'Fights lost',
            cell: (gains: GainsView) => `${number(gains.deaths)} of ${whole(gains.fights)}`,
          },
        ]
      : []),
    {
      name: 'At work',
      cell: ({ busy_seconds }, seconds) =>
        `${number(Math.min(100, Math.round((100 * busy_seconds) / Math.max(1, seconds))))}\u00a0%`,
    },
  ]
}
