import { expect, test } from 'vitest'
import { run, tally } from '@/test/builders'
import { gains, loot, wishes } from './run-facts'

test('wishes are what was asked for that is not so anyway', () => {
  const defaults = { resource: null, until_level: null, deposit: 'when_full', tool: true, keep: [] }
  const config = { resource: 'ash_tree', until_level: 5, deposit: 'when_full', tool: false, keep: [] }
  expect(wishes(run({ config }), defaults)).toEqual([
    { name: 'until level', value: '5' },
    { name: 'tool', value: 'no' },
  ])
})

test('gains are in the order of their weight, in the game’s own time, without what is nought', () => {
  const gathered = tally({ gathers: 1200, xp: 15_600, seconds: 37_200, deposits: 1 })
  expect(gains(run({ tally: gathered }))).toEqual([
    '1,200 gathers',
    '+15,600 xp',
    '1 bank deposit',
    '10 h 20 min of game time',
  ])
  expect(gains(run({ tally: tally({ fights: 9, wins: 7, gold: 21, meals: 2 }) }))).toEqual([
    '9 fights, 2 lost',
    '+21 gold',
    '2 meals',
  ])
  expect(gains(run({ tally: tally({ fights: 1, wins: 1 }) }))).toEqual(['1 fight, all won'])
  const crafted = tally({
    crafted: { copper_ring: 3, copper_dagger: 1 },
    recycled: { copper_ring: 1 },
    tasks: 2,
  })
  expect(gains(run({ tally: crafted }))).toEqual(['4 items crafted', '1 item recycled', '2 tasks done'])
  expect(gains(run())).toEqual([])
})

test('loot is what was gained or crafted, sorted by quantity', () => {
  const items = { algae: 1, raw_beef: 10, feather: 300 }
  const crafted = { cowhide: 12, raw_beef: 2 }
  expect(loot(run({ tally: tally({ items, crafted }) }))).toEqual([
    '300 feather',
    '12 cowhide',
    '12 raw beef',
    '1 algae',
  ])
})
