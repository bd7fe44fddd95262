/// The typed HTTP client. Types come from the server's OpenAPI document; errors come out as `ApiError`.
import createClient from 'openapi-fetch'
import { ApiError, apiError } from './error'
import type { paths } from './schema'

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that tests can replace the global.
  fetch: (request) => globalThis.fetch(request),
})

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of an answer, or a thrown `ApiError`. */
export async function data<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer(call)
  if (error !== undefined || data === undefined) throw apiError(error, response.status)
  return data
}

/** Waits for an answer that has no data, or throws an `ApiError`. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await answer(call)
  if (!response.ok) throw apiError(error, response.status)
}

function answer<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  return call.catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause
    throw new ApiError('unreachable', 'The server does not answer.', 0)
  })
}
