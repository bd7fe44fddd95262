/// The ranked alternatives of a choice: how good each is, and what ruled out the others. One choice often led to the next.
import { useState } from 'react'
import type { AlternativeView } from '@/api/schema'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { number, title, words } from '@/lib/format'

/** Shown of each choice without asking for more: the best ones, since they are ranked. */
const FIRST = 4

export function AlternativeTable({ alternatives }: { alternatives: readonly AlternativeView[] }) {
  const [all, setAll] = useState(false)
  const names = [...new Set(alternatives.map(({ choice }) => choice))]
  const choices = names.map((name) => [name, alternatives.filter(({ choice }) => choice === name)] as const)
  const more = choices.reduce((sum, [, those]) => sum + Math.max(0, those.length - FIRST), 0)
  return (
    <div className="space-y-2">
      <table className="w-full text-sm">
        <caption className="sr-only">Alternatives of each choice, the best first</caption>
        <thead>
          <tr className="text-xs text-soft">
            <th scope="col" className="py-1 pr-3 text-left font-normal">
              Choice
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-normal">
              Score
            </th>
            <th scope="col" className="py-1 text-left font-normal">
              Why, or why not
            </th>
          </tr>
        </thead>
        {choices.map(([choice, those]) => (
          <tbody key={choice}>
            <tr className="border-t border-line">
              <th
                scope="rowgroup"
                colSpan={3}
                className="pt-2 pb-0.5 text-left text-xs font-medium text-soft"
              >
                {title(choice)}
              </th>
            </tr>
            {those.slice(0, all ? undefined : FIRST).map((one, index) => (
              <Row key={one.code} one={one} isBest={index === 0 && one.score !== null} />
            ))}
          </tbody>
        ))}
      </table>
      {more > 0 && (
        <Button
          variant="quiet"
          size="tiny"
          className="-ml-2"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show the best only' : `Show ${more} more`}
        </Button>
      )}
    </div>
  )
}

function Row({ one, isBest }: { one: AlternativeView; isBest: boolean }) {
  const { code, score, unit, ruled_out } = one
  return (
    <tr className={cn('align-top', score === null && 'text-soft')}>
      <th scope="row" className={cn('py-0.5 pr-3 text-left', isBest ? 'font-semibold' : 'font-normal')}>
        {title(code)}
      </th>
      <td className="py-0.5 pr-3 text-right sm:whitespace-nowrap">
        {score === null ? '–' : `${number(Math.round(score * 10) / 10)} ${unit}`}
      </td>
      <td className="py-0.5 wrap-break-word first-letter:uppercase">{words(ruled_out ?? one.words)}</td>
    </tr>
  )
}
