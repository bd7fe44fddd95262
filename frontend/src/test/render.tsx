/// Renders with what stands round every page: a router, and a query cache of its own.
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createQueryClient } from '@/api/query-client'

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })

/** Links lead nowhere, but they are there. */
export function WithRouter({ children }: { children: ReactNode }) {
  return <RouterContextProvider router={router}>{children}</RouterContextProvider>
}

export function renderWithCache(ui: ReactNode): QueryClient {
  const client = createQueryClient()
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } })
  render(<QueryClientProvider client={client}>{ui}</QueryClientProvider>, { wrapper: WithRouter })
  return client
}
