import { expect, test } from 'vitest'
import { count, dateAndMinute, minuteOfDay, span, title, words } from './format'

test.each([
  [-5, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 h 10 min'],
  [273_600_000, '3 d 4 h'],
])('a span of %i ms is %s', (ms, text) => {
  expect(span(ms)).toBe(text)
})

test('codes read as words, and a place stays on one line', () => {
  expect(words('gather copper_rocks at (2, 0)')).toBe('gather copper rocks at (2,\u00a00)')
  expect(title('weapon_crafting')).toBe('Weapon crafting')
})

test('counts agree with their noun', () => {
  expect([count(1, 'restart'), count(1200, 'actor')]).toEqual(['1 restart', '1,200 actors'])
})

test('times of day are short, and dates name their month', () => {
  const at = new Date(2026, 0, 5, 14, 3, 22).getTime()
  expect([minuteOfDay(at), dateAndMinute(at)]).toEqual(['14:03', '5 Jan 2026, 14:03'])
})
