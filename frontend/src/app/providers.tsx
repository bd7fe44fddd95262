/// What every page stands on: the query cache, the live socket that feeds it, the router.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { startLive } from '@/api/live/start'
import { createQueryClient } from '@/api/query-client'
import { router } from './router'

export function Providers() {
  const [client] = useState(createQueryClient)
  useEffect(() => startLive(client), [client])
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
