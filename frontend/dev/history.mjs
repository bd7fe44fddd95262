/// What the mock keeps: saved automations, and what was run.
import { runForecast, tally } from './cast.mjs'

const HOUR_MS = 3_600_000
const run = (index) => ({
  id: `run-${index}`,
  account: 'globe',
  character: ['Ophelia', 'Mercutio', 'Rosalind'][index % 3],
  strategy: index % 2 ? 'combat' : 'gathering',
  config: {},
  status: ['done', 'stopped', 'blocked'][index % 3],
  reason: ['200 copper ore have been gathered', 'stopped by hand', 'the bank is full'][index % 3],
  started_at: new Date(Date.now() - (index + 1) * 5 * HOUR_MS).toISOString(),
  ended_at: new Date(Date.now() - (index + 1) * 5 * HOUR_MS + 4 * HOUR_MS).toISOString(),
  tally: tally({ gathers: 311 + index, xp: 4020, items: { copper_ore: 311 }, seconds: 14_300 }),
  forecast: runForecast(14_400),
})
const runs = Array.from({ length: 27 }, (_, index) => run(index))

export function runPage(query) {
  const wanted = runs.filter(({ character }) => [null, character].includes(query.get('character')))
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 50)
  return { data: wanted.slice(from, to), next_cursor: to < wanted.length ? String(to) : null }
}

let saved = []

/** Reads, makes, changes or forgets a saved automation, as the method says. */
export function savedAutomations(method, id, body) {
  const now = new Date().toISOString()
  if (method === 'GET') return { status: 200, body: { data: saved } }
  const others = saved.filter((one) => one.id !== id)
  if (method === 'DELETE') {
    saved = others
    return { status: 204 }
  }
  const known = saved.find((one) => one.id === id) ?? { id: `saved-${Date.now()}`, created_at: now }
  const one = { ...known, ...body, updated_at: now }
  saved = [...others, one].sort((a, b) => a.name.localeCompare(b.name))
  return { status: id ? 200 : 201, body: one }
}
