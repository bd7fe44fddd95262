/// A form that needs something from the server first: a place while that is on its way, and why not when it fails.
import type { ReactNode } from 'react'
import { Callout } from './callout'
import { Skeleton } from './skeleton'

interface LoadedProps<T> {
  query: { data: T | undefined; error: Error | null }
  /** What is loaded: "strategies". */
  what: string
  children: (data: T) => ReactNode
}

export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  if (query.error) {
    return (
      <Callout tone="alarm" role="alert" className="mt-4">
        The {what} could not be loaded: {query.error.message}
      </Callout>
    )
  }
  return query.data === undefined ? <Skeleton className="mt-4 h-96" /> : children(query.data)
}
