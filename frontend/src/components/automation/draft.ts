/// The draft of an automation: its first content, and how it becomes a plan, whichever way it is written.
import type { Strategy } from '@/api/schema'
import type { Values } from '@/components/form/schema-form'
import { fieldsOf } from '@/lib/fields'
import type { Plan } from './queries'

export interface Draft {
  strategy: string
  config: Values
  /** The configuration as text, while it is written as JSON. */
  text?: string
}

/** Begins with a plan, so that a small change is a small edit; otherwise with the defaults of the first strategy. */
export function initialDraft(strategies: readonly Strategy[], plan: Plan | undefined): Draft {
  const known = strategies.find(({ name }) => name === plan?.strategy)
  if (plan && known) return { strategy: known.name, config: { ...known.defaults, ...plan.config } }
  const first = strategies[0]
  return first ? { strategy: first.name, config: first.defaults } : { strategy: '', config: {} }
}

/** The configuration as JSON, its fields in the order of the form. */
export function asJson(config: Values, strategy: Strategy | undefined): string {
  const names = fieldsOf(strategy?.schema ?? {}).map(({ name }) => name)
  const ordered = [...new Set([...names, ...Object.keys(config)])].map((name) => [name, config[name]])
  return JSON.stringify(Object.fromEntries(ordered), null, 2)
}

/** The plan, or an error in words. What its fields may be only the server knows. */
export function planOf({ strategy, config, text }: Draft): Plan | Error {
  if (text === undefined) return { strategy, config }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { strategy, config: { ...value } }
    }
    return new Error('The configuration must be an object: { … }')
  } catch (cause) {
    return new Error(`This is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
