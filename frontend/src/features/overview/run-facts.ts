/// What a card says of a run: its target, the rest of what was asked, and what came of it so far.
import type { Run } from '@/api/characters'
import { type Fact, facts } from '@/lib/facts'
import { span } from '@/lib/format'

const TARGETS = ['resource', 'monster', 'item']

/** What it aims at: as it was asked to, or as it chose itself. */
export function target({ config, memory }: Run): string | undefined {
  const asked = TARGETS.map((name) => inside(config, name)).find((value) => typeof value === 'string')
  const chosen = inside(inside(inside(memory, 'notes'), 'choice'), 'target')
  return [asked, chosen].find((value) => typeof value === 'string')
}

/** What else was asked. Switches are left out: they are many, and seldom news. */
export function wishes({ config }: Run): Fact[] {
  return facts(config, ([name, value]) => typeof value !== 'boolean' && !TARGETS.includes(name))
}

/** What was done and gained, without what is still nought. */
export function gains({ memory }: Run): Fact[] {
  const tally = inside(memory, 'tally')
  const counted = (object: unknown) => facts(object, ([, value]) => typeof value === 'number' && value !== 0)
  return [...counted(tally ?? memory).map(asTime(tally)), ...counted(inside(tally, 'items'))]
}

/** Seconds of work read better as a span. */
function asTime(tally: unknown): (fact: Fact) => Fact {
  const seconds = inside(tally, 'seconds')
  return (fact) => (fact.name === 'seconds' ? { name: 'time', value: span(Number(seconds) * 1000) } : fact)
}

function inside(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[name] : undefined
}
