/// A server for tests in the place of `fetch`: routes to answers, and a record of what was asked.
import { vi } from 'vitest'

interface Call {
  route: string
  body: unknown
}

/** `routes` maps "GET /api/v1/characters" to an answer, or to [status, answer]. What is not named is a 404. */
export function serve(routes: Record<string, unknown>): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const route = `${request.method} ${new URL(request.url).pathname}`
    calls.push({ route, body: request.body ? await request.json() : undefined })
    const answer = routes[route] ?? [404, { error: { code: 'not_found', message: `nothing at ${route}` } }]
    const [status, body] = Array.isArray(answer) ? answer : [200, answer]
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  return calls
}
