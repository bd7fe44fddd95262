/// An event that is on: until when, where, what is there and who of ours.
import { MapPin, Users } from 'lucide-react'
import type { Character } from '@/api/characters'
import type { ActiveEventView, GoalView, SeasonEvent } from '@/api/schema'
import { Until } from '@/components/until'
import { Brought, Drops } from './brought'
import { Goers } from './goers'
import { place } from './place'

interface EventCardProps {
  event: ActiveEventView
  /** What the season says of it; nothing as long as that is not known. */
  known: SeasonEvent | undefined
  characters: readonly Character[]
  goals: readonly GoalView[]
  accounts: readonly string[]
}

export function EventCard({ event, known, characters, goals, accounts }: EventCardProps) {
  const isTaken = known?.content?.type === 'monster' || known?.content?.type === 'resource'
  const there = characters.filter(({ position: { layer, x, y } }) => {
    const at = event.place
    return layer === at.layer && x === at.x && y === at.y
  })
  return (
    <li className="pinned relative flex flex-col gap-3 rounded-xl border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-serif text-lg font-semibold">{event.name}</h3>
        <span className="text-sm font-medium text-brass">
          ends in <Until at={event.expiration} />
        </span>
      </div>
      {known?.content && <Brought content={known.content} />}
      <p className="flex items-center gap-2 text-sm">
        <MapPin aria-hidden className="size-4 shrink-0 text-soft" />
        {place(event.place)}
      </p>
      <p className="flex items-center gap-2 text-sm">
        <Users aria-hidden className="size-4 shrink-0 text-soft" />
        {there.length > 0 ? there.map(({ name }) => name).join(', ') : 'None of yours is there'}
      </p>
      {isTaken && <Goers kind="event" code={event.code} goals={goals} accounts={accounts} />}
      {known?.content && <Drops drops={known.content.drops} />}
    </li>
  )
}
