/// The recent log as the cache holds it: newest first, each line once, bounded.
import type { LogLine } from './schema'

/** Enough for some hours of five characters. */
const KEPT = 2000

/** Puts new lines to the known ones. A line told again (its outcome was resolved) takes the place of the first telling. */
export function mergeLog(known: readonly LogLine[], fresh: readonly LogLine[]): LogLine[] {
  const told = new Set(fresh.map(({ id }) => id))
  return [...fresh, ...known.filter(({ id }) => !told.has(id))].sort(newestFirst).slice(0, KEPT)
}

function newestFirst(a: LogLine, b: LogLine): number {
  return Date.parse(b.at) - Date.parse(a.at)
}
