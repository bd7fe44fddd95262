/// The router over the file routes; the shell stands round whatever they show.
import { createRouter } from '@tanstack/react-router'
import { routeTree } from '../routeTree.gen'
import { Shell } from './shell'

export const router = createRouter({
  routeTree,
  InnerWrap: Shell,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
