/// The last week of an item: fair value, what was paid, and between which orders; the same as a table beside it.
import type { PriceHourView } from '@/api/schema'
import { dateAndMinute, number } from '@/lib/format'
import { gold } from './gold'

const WIDTH = 640
const HEIGHT = 180
/** Room for the bars of what was sold, below the prices. */
const BARS = 36

export function PriceChart({ hours }: { hours: readonly PriceHourView[] }) {
  const known = hours.filter(({ fair, paid }) => fair !== null || paid !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) {
    return <p className="text-soft">A chart shows here when more than one hour is known.</p>
  }
  const scale = scaleOf(known)
  return (
    <figure className="space-y-1">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Prices from ${dateAndMinute(first.hour)} to ${dateAndMinute(last.hour)}, between ${gold(scale.least)} and ${gold(scale.most)} gold`}
        className="w-full"
      >
        <polygon points={between(known, scale)} className="fill-brass-fill/20" />
        {known.map((hour) => (
          <Hour key={hour.hour} hour={hour} scale={scale} />
        ))}
        <polyline
          points={line(known, scale)}
          fill="none"
          strokeWidth={2.5}
          strokeLinejoin="round"
          className="stroke-curtain"
        />
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-xs text-soft">
        <span>
          {gold(scale.least)} to {gold(scale.most)} gold, since {dateAndMinute(first.hour)}
        </span>
        <span>
          <span className="text-curtain">line</span> fair value, <span className="text-brass">dots</span>{' '}
          paid, shade between bid and ask, bars pieces sold
        </span>
      </figcaption>
      <HourTable hours={known} />
    </figure>
  )
}

interface Scale {
  least: number
  most: number
  x: (hour: PriceHourView) => number
  y: (price: number) => number
  bar: (pieces: number) => number
}

function scaleOf(hours: readonly PriceHourView[]): Scale {
  const prices = hours.flatMap(({ fair, paid }) => [fair, paid]).filter((price) => price !== null)
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const times = hours.map(({ hour }) => Date.parse(hour))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  const pieces = Math.max(1, ...hours.map((hour) => hour.pieces))
  const room = HEIGHT - BARS - 16
  // What an absurd order asks does not stretch the chart.
  const share = (price: number) => Math.min(1, Math.max(0, (price - least) / (most - least || 1)))
  return {
    least,
    most,
    x: ({ hour }) => 6 + ((Date.parse(hour) - from) / (to - from || 1)) * (WIDTH - 12),
    y: (price) => 8 + (1 - share(price)) * room,
    bar: (sold) => (sold / pieces) * (BARS - 6),
  }
}

function line(hours: readonly PriceHourView[], { x, y }: Scale): string {
  return hours.map((hour) => (hour.fair === null ? '' : `${x(hour)},${y(hour.fair)}`)).join(' ')
}

/** Along the bids, and back along the asks. */
function between(hours: readonly PriceHourView[], { x, y }: Scale): string {
  const both = hours.filter(({ bid, ask }) => bid !== null && ask !== null)
  const bids = both.map((hour) => `${x(hour)},${y(hour.bid ?? 0)}`)
  const asks = both.map((hour) => `${x(hour)},${y(hour.ask ?? 0)}`)
  return [...bids, ...asks.reverse()].join(' ')
}

function Hour({ hour, scale }: { hour: PriceHourView; scale: Scale }) {
  const height = scale.bar(hour.pieces)
  return (
    <>
      <rect x={scale.x(hour) - 1.5} y={HEIGHT - height} width={3} height={height} className="fill-soft/60" />
      {hour.paid !== null && (
        <circle cx={scale.x(hour)} cy={scale.y(hour.paid)} r={3} className="fill-brass-fill" />
      )}
    </>
  )
}

function HourTable({ hours }: { hours: readonly PriceHourView[] }) {
  return (
    <details className="text-xs">
      <summary className="text-soft">The hours as a table</summary>
      <div className="mt-1 max-h-56 overflow-auto">
        <table className="w-full text-right">
          <thead className="text-soft">
            <tr>
              {['Hour', 'Bid', 'Ask', 'Fair value', 'Paid', 'Sold'].map((name) => (
                <th key={name} scope="col" className="px-1 py-1 font-medium first:text-left">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.toReversed().map((hour) => (
              <tr key={hour.hour}>
                <th scope="row" className="px-1 py-0.5 text-left font-normal">
                  {dateAndMinute(hour.hour)}
                </th>
                {[hour.bid, hour.ask, hour.fair, hour.paid].map((price, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns stay where they are
                  <td key={index} className="px-1 py-0.5">
                    {gold(price)}
                  </td>
                ))}
                <td className="px-1 py-0.5">{number(hour.pieces)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
