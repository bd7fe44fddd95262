/// The typed HTTP client. Types come from the server's OpenAPI document; errors come out as `ApiError`.
import createClient from 'openapi-fetch'
import { ApiError, apiError } from './error'
import type { paths } from './schema'

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that tests can replace the global.
  fetch: (request) => globalThis.fetch(request),
})

/** The data of an answer, or a thrown `ApiError`. */
export async function data<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause
    throw new ApiError('unreachable', 'The server does not answer.', 0)
  })
  if (error !== undefined || data === undefined) throw apiError(error, response.status)
  return data
}
