import { expect, test } from 'vitest'
import { line } from '@/test/builders'
import { mergeLog } from './log'

const at = (minute: number) => `2026-01-05T10:${String(minute).padStart(2, '0')}:00Z`

test('lines are newest first whatever their order of arrival', () => {
  const log = mergeLog(
    [line({ id: 'a', at: at(1) })],
    [line({ id: 'b', at: at(2) }), line({ id: 'c', at: at(3) })],
  )
  expect(log.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})

test('a line told again replaces its first telling', () => {
  const log = mergeLog([line({ outcome: 'parked' })], [line({ outcome: 'applied', resolved: true })])
  expect(log).toEqual([line({ outcome: 'applied', resolved: true })])
})

test('the log is bounded and forgets the oldest', () => {
  const many = Array.from({ length: 2500 }, (_, index) =>
    line({ id: `line-${index}`, at: new Date(index * 1000).toISOString() }),
  )
  const log = mergeLog([], many)
  expect(log).toHaveLength(2000)
  expect(log[0]?.id).toBe('line-2499')
})
