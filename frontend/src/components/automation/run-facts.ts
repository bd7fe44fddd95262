/// What a card says of a run: what was asked beside the usual, and what came of it so far.
import type { Run } from '@/api/characters'
import { type Fact, facts } from '@/lib/facts'
import { count, number, span, words } from '@/lib/format'

/** What the title of the run says already. */
const TARGETS = ['resource', 'monster', 'item']

/** What was asked that is not so by default. */
export function wishes({ config }: Pick<Run, 'config'>, defaults: unknown): Fact[] {
  return facts(config, ([name, value]) => !TARGETS.includes(name) && !same(value, inside(defaults, name)))
}

/** What was done and gained, without what is still nought: the work first, then what it brought, then what it took. */
export function gains({ tally }: Pick<Run, 'tally'>): string[] {
  const { gathers, fights, wins, tasks, xp, gold, deposits, rests, meals, seconds } = tally
  const [crafted, recycled] = [sum(tally.crafted), sum(tally.recycled)]
  const parts = [
    gathers > 0 && count(gathers, 'gather'),
    fights > 0 &&
      `${count(fights, 'fight')}, ${wins === fights ? 'all won' : `${number(fights - wins)} lost`}`,
    crafted > 0 && `${count(crafted, 'item')} crafted`,
    recycled > 0 && `${count(recycled, 'item')} recycled`,
    tasks > 0 && `${count(tasks, 'task')} done`,
    xp > 0 && `+${number(xp)} xp`,
    gold > 0 && `+${number(gold)} gold`,
    deposits > 0 && count(deposits, 'bank deposit'),
    rests > 0 && count(rests, 'rest'),
    meals > 0 && count(meals, 'meal'),
    seconds > 0 && `${span(seconds * 1000)} of game time`,
  ]
  return parts.filter((part) => part !== false)
}

/** The items gained or crafted, most first. */
export function loot({ tally }: Pick<Run, 'tally'>): string[] {
  const { items, crafted } = tally
  const codes = new Set([...Object.keys(items), ...Object.keys(crafted)])
  return [...codes]
    .map((code) => [code, (items[code] ?? 0) + (crafted[code] ?? 0)] as const)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([code, quantity]) => `${number(quantity)} ${words(code)}`)
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((all, one) => all + one, 0)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function inside(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[name] : undefined
}
