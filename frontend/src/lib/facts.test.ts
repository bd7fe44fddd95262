import { expect, test } from 'vitest'
import { facts } from './facts'

test('plain values become facts in words, nested ones are left out', () => {
  const config = {
    resource: 'copper_rocks',
    until: 1200,
    bank: true,
    keep: ['a', 'b'],
    nested: { x: 1 },
    none: null,
  }
  expect(facts(config)).toEqual([
    { name: 'resource', value: 'copper rocks' },
    { name: 'until', value: '1,200' },
    { name: 'bank', value: 'yes' },
    { name: 'keep', value: 'a, b' },
  ])
})

test('what is no object has no facts', () => {
  expect([facts(null), facts('text'), facts(undefined)]).toEqual([[], [], []])
})
