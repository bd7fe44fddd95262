/// Free-form objects (a strategy's configuration, what a run remembers) as short facts for a line of text.
import { number, words } from './format'

export interface Fact {
  name: string
  value: string
}

type Entry = [name: string, value: unknown]

/** The plain values of an object, in its order. Lists are joined; nested objects are left to a page that shows them whole. */
export function facts(object: unknown, wanted: (entry: Entry) => boolean = () => true): Fact[] {
  if (typeof object !== 'object' || object === null) return []
  return Object.entries(object)
    .filter(wanted)
    .flatMap(([name, value]) => {
      const text = plain(value)
      return text === undefined ? [] : [{ name: words(name), value: text }]
    })
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value === '' ? undefined : words(value)
  if (Array.isArray(value) && value.length > 0) {
    const parts = value.map(plain)
    return parts.every((part) => part !== undefined) ? parts.join(', ') : undefined
  }
  return undefined
}
