/// The same hour by hour, the newest first.
import type { LedgerView } from '@/api/schema'
import { minuteOfDay } from '@/lib/format'
import { atWork, percent } from './accounts'
import { SpentBar } from './spent-bar'

const HOUR_S = 3600

export function HourTable({ hours }: { hours: LedgerView['hours'] }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Hour by hour, the newest first</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Hour</th>
          <th scope="col">As a bar</th>
          <th scope="col">At work</th>
        </tr>
      </thead>
      <tbody>
        {hours.toReversed().map(({ start, seconds }) => {
          const { useful, running } = atWork(seconds)
          return (
            <tr key={start}>
              <th scope="row" className="w-14 py-0.5 text-left font-normal text-soft">
                <time dateTime={start}>{minuteOfDay(start)}</time>
              </th>
              <td className="py-0.5">
                <SpentBar spent={seconds} width={HOUR_S} className="h-2.5" />
              </td>
              <td className="w-20 py-0.5 text-right whitespace-nowrap">
                {running > 0 ? percent(useful, running) : <span className="text-soft">off</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
