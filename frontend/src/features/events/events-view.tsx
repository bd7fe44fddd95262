/// Draws what goes on in the game from plain props. Where they come from is `events-page.tsx`.
import type { ReactNode } from 'react'
import type { Character } from '@/api/characters'
import type { AccountView, EventsView as Events, GoalView, SeasonEvent } from '@/api/schema'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'
import { useNow } from '@/lib/now'
import { ComingRaids } from './coming-raids'
import { EventCard } from './event-card'
import { Hearing } from './hearing'
import { RaidCard } from './raid-card'
import { SeasonEvents } from './season-events'

export interface EventsViewProps {
  events: Events
  season: readonly SeasonEvent[]
  characters: readonly Character[]
  accounts: readonly AccountView[]
  goals: readonly GoalView[]
  notices: readonly Notice[]
  stale: boolean
}

export function EventsView(props: EventsViewProps) {
  const { events, season, characters, accounts, goals, notices, stale } = props
  const now = useNow()
  const names = accounts.flatMap(({ name }) => name ?? [])
  const on = events.active.filter(({ expiration }) => Date.parse(expiration) > now)
  return (
    <div data-stale={stale} className="space-y-8">
      <header className="space-y-3">
        <h1 className="font-serif text-2xl font-semibold">Events</h1>
        <NoticeList notices={notices} />
        <Hearing accounts={accounts} />
      </header>
      <Section title="On now" none={on.length === 0 && 'No event is on. The next one shows here by itself.'}>
        {on.map((event) => (
          <EventCard
            key={`${event.code} ${event.created_at}`}
            event={event}
            known={season.find(({ code }) => code === event.code)}
            characters={characters}
            goals={goals}
            accounts={names}
          />
        ))}
      </Section>
      <Section title="Raids" none={events.raids.length === 0 && 'The game has told of no raid.'}>
        {events.raids.map((raid) => (
          <RaidCard key={raid.code} raid={raid} goals={goals} accounts={names} />
        ))}
      </Section>
      <ComingRaids raids={events.raids} goals={goals} />
      {season.length > 0 && <SeasonEvents season={season} />}
    </div>
  )
}

function Section({ title, none, children }: { title: string; none: string | false; children: ReactNode }) {
  return (
    <section aria-label={title} className="space-y-3">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {none ? (
        <p className="text-soft">{none}</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4">{children}</ul>
      )}
    </section>
  )
}
