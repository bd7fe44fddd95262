import { expect, test } from 'vitest'
import { pauseMs } from './backoff'

test('pauses double up to a bound', () => {
  const longest = (tries: number) => pauseMs(tries, () => 1)
  expect([0, 1, 2, 3].map(longest)).toEqual([500, 1000, 2000, 4000])
  expect(longest(50)).toBe(15_000)
})

test('at least half of the pause is kept, the rest is chance', () => {
  expect(pauseMs(2, () => 0)).toBe(1000)
  expect(pauseMs(2, () => 0.5)).toBe(1500)
})
