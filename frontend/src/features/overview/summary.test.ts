import { expect, test } from 'vitest'
import { character, status } from '@/test/builders'
import { summarize } from './summary'

test('names who is idle and who is stuck', () => {
  const company = [
    character(),
    character({ name: 'Bea', state: 'idle' }),
    character({ name: 'Cid', problem: 'lost' }),
  ]
  expect(summarize(company, status())).toMatchObject({ total: 3, working: 1, idle: ['Bea'], stuck: ['Cid'] })
})

test('nobody who waits for the game counts as at work', () => {
  const company = [character({ state: 'cooldown' }), character({ name: 'Bea', state: 'game_away' })]
  expect(summarize(company, status())).toMatchObject({ working: 1, held: 1, idle: [], stuck: [] })
})

test('actions are those that the server counted, with the start when that was less than an hour ago', () => {
  const actions = { applied: 61, refused: 2, lost: 0 }
  const now = '2026-01-05T12:00:00Z'
  const old = status({ actions, now, started_at: '2026-01-05T09:00:00Z' })
  expect(summarize([], old).actions).toEqual({ applied: 61, refused: 2, since: undefined })
  const young = status({ actions, now, started_at: '2026-01-05T11:40:00Z' })
  expect(summarize([], young).actions.since).toBe(Date.parse('2026-01-05T11:40:00Z'))
})

test('the tightest rate budget is the one shown, but never one of a second', () => {
  const rate = { bucket: 'action', window: 'second', limit: 10, remaining: 0 }
  const rates = [
    rate,
    { ...rate, window: 'hour', limit: 5000, remaining: 500 },
    { ...rate, window: 'minute', remaining: 9 },
  ]
  expect(summarize([], status({ rates })).tightest).toMatchObject({ rate: { window: 'hour' }, used: 0.9 })
})
