/// The draft of a start: its first content, and how it becomes a configuration, whichever way it is written.
import type { Run } from '@/api/characters'
import type { Values } from '@/components/form/schema-form'
import { fieldsOf } from '@/lib/fields'
import type { Strategy } from './queries'

export interface Draft {
  strategy: string
  config: Values
  /** The configuration as text, while it is written as JSON. */
  text?: string
}

/** Begins with what the character did last, so that a small change is a small edit; otherwise with the defaults. */
export function initialDraft(strategies: Strategy[], current: Run | undefined): Draft {
  const known = strategies.find(({ name }) => name === current?.strategy)
  if (current && known) return { strategy: known.name, config: { ...known.defaults, ...current.config } }
  const first = strategies[0]
  return first ? { strategy: first.name, config: first.defaults as Values } : { strategy: '', config: {} }
}

/** The configuration as JSON, its fields in the order of the form. */
export function asJson(config: Values, strategy: Strategy | undefined): string {
  const names = fieldsOf(strategy?.schema ?? {}).map(({ name }) => name)
  const ordered = [...new Set([...names, ...Object.keys(config)])].map((name) => [name, config[name]])
  return JSON.stringify(Object.fromEntries(ordered), null, 2)
}

/** The configuration, or an error in words. What its fields may be only the server knows. */
export function configOf({ config, text }: Draft): Values | Error {
  if (text === undefined) return config
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    return new Error('The configuration must be an object: { … }')
  } catch (cause) {
    return new Error(`This is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
