/// The draft of a start: its first content, and how its text becomes a configuration.
import type { Run } from '@/api/characters'
import type { Strategy } from './queries'

export interface Draft {
  strategy: string
  text: string
}

/** Begins with what the character did last, so that a small change is a small edit; otherwise with an example. */
export function initialDraft(strategies: Strategy[], current: Run | undefined): Draft {
  const known = strategies.find(({ name }) => name === current?.strategy)
  if (current && known) return { strategy: known.name, text: pretty(current.config) }
  const first = strategies[0]
  return first ? { strategy: first.name, text: pretty(first.example) } : { strategy: '', text: '' }
}

export function pretty(config: unknown): string {
  return JSON.stringify(config, null, 2)
}

/** The configuration, or an error in words. What its fields may be only the server knows. */
export function readConfig(text: string): Record<string, unknown> | Error {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    return new Error('The configuration must be an object: { … }')
  } catch (cause) {
    return new Error(`This is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
