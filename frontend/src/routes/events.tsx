/// `/events`: what goes on in the game.
import { createFileRoute } from '@tanstack/react-router'
import { EventsPage } from '@/features/events/events-page'

export const Route = createFileRoute('/events')({ component: EventsPage })
