import { expect, test } from 'vitest'
import { atWork, percent, stacked } from './accounts'

const spent = (account: 'acting' | 'idle' | 'off' | 'travelling', seconds: number) => ({
  account,
  reason: null,
  seconds,
})

test.each([
  [1, 3, '33.3 %'],
  [999, 1000, '99.9 %'],
  [9999, 10_000, '99.9 %'],
  [3600, 3600, '100 %'],
  [1, 10_000, '< 0.1 %'],
  [0, 3600, '0 %'],
  [0, 0, '0 %'],
])('%d of %d is %s', (part, whole, text) => {
  expect(percent(part, whole)).toBe(text)
})

test('work is told of the time in which the program was running', () => {
  const hour = [spent('off', 1800), spent('idle', 600), spent('acting', 900), spent('travelling', 300)]
  expect(atWork(hour)).toEqual({ useful: 1200, running: 1800 })
})

test('accounts are stacked in the same order, whichever has most', () => {
  const hour = [spent('off', 9), spent('acting', 1), spent('idle', 5)]
  expect(stacked(hour).map(({ account }) => account)).toEqual(['acting', 'idle', 'off'])
})
