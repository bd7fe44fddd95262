/// The root of all routes: the page of an address, and what is shown when there is none or it breaks.
import { createRootRoute, Link, Outlet } from '@tanstack/react-router'
import { MapPinOff, TriangleAlert } from 'lucide-react'
import { FullPage } from '@/components/full-page'
import { Button } from '@/components/ui/button'

export const Route = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Broken,
})

function NotFound() {
  return (
    <FullPage
      icon={MapPinOff}
      title="There is no such page"
      action={
        <Link to="/" className="text-curtain underline">
          Go to the overview
        </Link>
      }
    >
      <p>The address leads nowhere.</p>
    </FullPage>
  )
}

function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <FullPage
      icon={TriangleAlert}
      title="This page broke"
      action={<Button onClick={reset}>Try again</Button>}
    >
      <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
      <p>The characters are not touched by it: they play on.</p>
    </FullPage>
  )
}
