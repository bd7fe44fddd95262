import { expect, test } from 'vitest'
import { character, line, status } from '@/test/builders'
import { recentActions, summarize } from './summary'

const NOW = Date.parse('2026-01-05T12:00:00Z')
const LONG_AGO = NOW - 86_400_000
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()
const lines = (count: number, gapMinutes: number) =>
  Array.from({ length: count }, (_, index) => line({ id: `${index}`, at: minutesAgo(index * gapMinutes) }))

test('names who is idle and who is stuck', () => {
  const company = [
    character(),
    character({ name: 'Bea', state: 'idle' }),
    character({ name: 'Cid', problem: 'lost' }),
  ]
  expect(summarize(company, [], status(), NOW)).toMatchObject({
    total: 3,
    working: 1,
    idle: ['Bea'],
    stuck: ['Cid'],
  })
})

test('a log that reaches back over an hour is counted over the hour only', () => {
  expect(recentActions(lines(150, 1), LONG_AGO, NOW)).toEqual({ applied: 61, refused: 0, spanMs: 3_600_000 })
})

test('a log that covers less than the hour says how much it covers', () => {
  expect(recentActions(lines(101, 0.1), LONG_AGO, NOW)).toEqual({ applied: 101, refused: 0, spanMs: 600_000 })
})

test('a short log is the whole log since the server started', () => {
  const log = [line(), line({ id: '2', outcome: 'refused' })].map((each) => ({ ...each, at: minutesAgo(5) }))
  expect(recentActions(log, LONG_AGO, NOW)).toEqual({ applied: 1, refused: 1, spanMs: 3_600_000 })
  expect(recentActions(log, NOW - 60_000, NOW)).toEqual({ applied: 0, refused: 0, spanMs: 60_000 })
})

test('the tightest rate budget is the one shown, but never one of a second', () => {
  const rate = { bucket: 'action', window: 'second', limit: 10, remaining: 0 }
  const rates = [
    rate,
    { ...rate, window: 'hour', limit: 5000, remaining: 500 },
    { ...rate, window: 'minute', remaining: 9 },
  ]
  expect(summarize([], [], status({ rates }), NOW).tightest).toMatchObject({
    rate: { window: 'hour' },
    used: 0.9,
  })
})
