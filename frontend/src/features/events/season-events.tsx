/// The events of the season: what each brings, how often it comes and where.
import type { SeasonEvent } from '@/api/schema'
import { span } from '@/lib/format'
import { Brought } from './brought'
import { place } from './place'

const MINUTE_MS = 60_000

export function SeasonEvents({ season }: { season: readonly SeasonEvent[] }) {
  return (
    <section aria-label="What may come" className="space-y-3">
      <h2 className="font-serif text-xl font-semibold">What may come</h2>
      <ul className="divide-y divide-line rounded-xl border border-line bg-sheet">
        {season.map((event) => (
          <li
            key={event.code}
            className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[1fr_1fr_1.4fr]"
          >
            <div>
              <h3 className="font-medium">{event.name}</h3>
              {event.content ? <Brought content={event.content} /> : <p className="text-soft">A way opens</p>}
            </div>
            <p className="text-soft">
              about every {span(event.every_minutes * MINUTE_MS)}, for{' '}
              {span(event.duration_minutes * MINUTE_MS)}
            </p>
            <p className="text-soft">{event.places.map(place).join(' or ')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
