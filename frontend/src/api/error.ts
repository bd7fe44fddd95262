/// What the server says when it refuses, as one error class; who shows it decides the words around it.

export class ApiError extends Error {
  readonly name = 'ApiError'

  constructor(
    /** The stable code of the API, for example `invalid`. */
    readonly code: string,
    message: string,
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(message)
  }
}

/** Reads `{error: {code, message, details}}`; anything else (a proxy's page) becomes an error that names the status. */
export function apiError(body: unknown, status: number): ApiError {
  const error = record(record(body)?.error)
  const message = error?.message
  if (typeof message !== 'string') {
    return new ApiError(
      'unexpected_answer',
      `The server answered with status ${status} and no explanation.`,
      status,
    )
  }
  return new ApiError(String(error?.code ?? 'unknown'), message, status, record(error?.details))
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}
