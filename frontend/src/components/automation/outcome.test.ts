import { expect, test } from 'vitest'
import { comparison, gains } from '@/test/builders'
import { outcome } from './outcome'

const hour = comparison(3600, { expected: gains({ xp: 1240 }) })
const day = comparison(86_400, { expected: gains({ xp: 29_000 }) })

test('a run that goes on tells how it stands, and what lies ahead', () => {
  const soFar = comparison(1800, { expected: gains({ xp: 620.4 }), came: gains({ xp: 610 }) })
  expect(outcome({ so_far: soFar, horizons: [hour, day] }, true)).toEqual([
    '610 xp in 30 min, 620 expected',
    '1,240 xp expected in 1 h',
    '29,000 xp expected in 1 d',
  ])
})

test('a run that has ended tells what came by each time that it reached, the earliest first', () => {
  const atTheEnd = comparison(7200, { expected: gains({ xp: 2500 }), came: gains({ xp: 2600 }) })
  const reached = { ...hour, came: gains({ xp: 1300 }) }
  expect(outcome({ so_far: atTheEnd, horizons: [reached, day] }, false)).toEqual([
    '1,300 xp in 1 h, 1,240 expected',
    '2,600 xp in 2 h, 2,500 expected',
  ])
})

test('a run that was held or blocked says for how long it was at work', () => {
  const held = comparison(3600, {
    expected: gains({ xp: 1240, busy_seconds: 3600 }),
    came: gains({ xp: 300, busy_seconds: 900 }),
  })
  expect(outcome({ so_far: null, horizons: [held] }, true)).toEqual([
    '300 xp in 1 h, 1,240 expected, but at work for 15 min only',
  ])
})

test('where no xp is gained gold counts, or items', () => {
  const came = gains({ gold: 70, items: 3 })
  const traded = comparison(60, { expected: gains({ gold: 80 }), came })
  expect(outcome({ so_far: traded, horizons: [] }, true)).toEqual(['70 gold in 1 min, 80 expected'])
})

test('without a forecast there is nothing to tell', () => {
  expect(outcome(null, true)).toEqual([])
})
