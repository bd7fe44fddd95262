/// What an automation would bring within an hour and a day, before it is started.
import type { ForecastView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { number, span, title, words } from '@/lib/format'

export function ForecastTable({ forecasts }: { forecasts: ForecastView[] }) {
  const last = forecasts.at(-1)
  return (
    <section
      ref={intoView}
      aria-label="Forecast"
      className="space-y-2 rounded-lg border border-line p-3 text-sm"
    >
      <table className="w-full">
        <caption className="mb-1 text-left font-medium">Forecast, in the game's own time</caption>
        <thead>
          <tr className="text-soft">
            <th scope="col" className="sr-only">
              What
            </th>
            {forecasts.map(({ hours }) => (
              <th key={hours} scope="col" className="py-1 text-right font-normal">
                {hours} h
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows(forecasts).map(({ name, cells }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1 pr-3 text-left font-normal">
                {name}
              </th>
              {forecasts.map(({ hours }, column) => (
                <td key={hours} className="py-1 text-right tabular-nums">
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {last?.done && <p className="text-soft">{ending('Done', last.done)}</p>}
      {last?.blocked && <Callout tone="warn">{ending('Blocked', last.blocked)}</Callout>}
    </section>
  )
}

/** It appears at the foot of a form that may be longer than the screen. */
function intoView(table: HTMLElement | null) {
  table?.scrollIntoView?.({ block: 'nearest' })
}

interface Row {
  name: string
  cells: string[]
}

/** Items that change most; more would hide what matters. */
const ITEMS = 5

function rows(forecasts: ForecastView[]): Row[] {
  const row = (name: string, cell: (forecast: ForecastView) => string): Row => ({
    name,
    cells: forecasts.map(cell),
  })
  const last = forecasts.at(-1)
  const items = Object.entries(last?.items ?? {})
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, ITEMS)
  return [
    ...Object.keys(last?.xp ?? {}).map((skill) =>
      row(`${title(skill)} xp`, ({ xp, levels }) =>
        skill in levels ? `${signed(xp[skill])} (level ${levels[skill]})` : signed(xp[skill]),
      ),
    ),
    ...(last?.gold ? [row('Gold', ({ gold }) => signed(gold))] : []),
    ...items.map(([code]) => row(title(code), ({ items }) => signed(items[code]))),
    ...(last?.fights
      ? [row('Fights lost', ({ deaths, fights }) => `${number(deaths)} of ${whole(fights)}`)]
      : []),
    row('Requests', ({ requests }) => whole(requests)),
    row('At work', ({ utilisation }) => `${number(Math.floor(utilisation * 1000) / 10)} %`),
    ...Object.keys(last?.idle ?? {}).map((reason) =>
      row(`Idle: ${words(reason)}`, ({ idle }) => span((idle[reason] ?? 0) * 1000)),
    ),
  ]
}

function ending(what: string, end: NonNullable<ForecastView['done']>): string {
  const unblock = end.unblock ? ` — ${end.unblock}` : ''
  return `${what} after ${span(end.after_seconds * 1000)}: ${words(end.reason)}${unblock}`
}

function whole(value: number): string {
  return number(Math.round(value))
}

/** What is rare keeps a digit after the point: a third of a gem is not none. */
function signed(value = 0): string {
  const text = number(Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  return value > 0 && text !== '0' ? `+${text}` : text
}
