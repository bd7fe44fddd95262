/// Where gold could be earned with the orders that are open.
import type { OpportunityView } from '@/api/schema'
import { Panel } from '@/components/panel'
import { Button } from '@/components/ui/button'
import { number, title, words } from '@/lib/format'
import { gold } from './gold'

const none =
  'None is known: nobody sells below what a merchant pays or another buyer offers, and nothing that is sold is worth clearly more than its ingredients.'

/** The best ones are shown. */
const SHOWN = 12

interface OpportunitiesProps {
  opportunities: readonly OpportunityView[]
  /** Whether the open orders have been read: before that nothing can be said. */
  known: boolean
  onOpen: (item: string) => void
}

export function Opportunities({ opportunities, known, onOpen }: OpportunitiesProps) {
  return (
    <Panel title="Opportunities">
      {opportunities.length === 0 && (
        <p className="px-4 py-4 text-sm text-soft">
          {known ? none : 'They show when the open orders have been read.'}
        </p>
      )}
      <ul className="divide-y divide-line text-sm">
        {opportunities.slice(0, SHOWN).map((one) => (
          <li key={`${one.kind} ${one.code}`} className="flex items-start justify-between gap-4 px-4 py-2">
            <div className="min-w-0">
              <p>{words(one.words)}.</p>
              <p className="text-xs text-soft">
                {gold(one.gold_each)} gold for each of {number(one.pieces)}
              </p>
            </div>
            <div className="flex shrink-0 items-center gap-3">
              <span className="font-medium text-good">{gold(one.gold)} gold</span>
              <Button size="tiny" aria-label={`Show ${title(one.code)}`} onClick={() => onOpen(one.code)}>
                Show
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
