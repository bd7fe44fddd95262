/// Every account with what was spent on it, the most first.
import type { SpentView } from '@/api/schema'
import { cn } from '@/lib/cn'
import { span, words } from '@/lib/format'
import { lookOf, percent, total } from './accounts'

export function SpentTable({ spent }: { spent: readonly SpentView[] }) {
  const all = total(spent)
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Where the time went, the most first</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Time</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {spent.map(({ account, reason, seconds }) => {
          const { word, fill } = lookOf(account)
          return (
            <tr key={`${account} ${reason}`} className="border-t border-line align-top first:border-t-0">
              <th scope="row" className="py-1 pr-3 text-left font-normal">
                <span className="flex gap-2">
                  <span aria-hidden className={cn('mt-1.5 size-2.5 shrink-0 rounded-full', fill)} />
                  <span>
                    {word}
                    {reason && <span className="text-soft">: {words(reason)}</span>}
                  </span>
                </span>
              </th>
              <td className="py-1 pr-3 text-right whitespace-nowrap text-soft">{span(seconds * 1000)}</td>
              <td className="w-16 py-1 text-right whitespace-nowrap">{percent(seconds, all)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
