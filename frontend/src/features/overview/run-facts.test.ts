import { expect, test } from 'vitest'
import { run } from '@/test/builders'
import { gains, target, wishes } from './run-facts'

const notes = { choice: { target: 'ash_tree' } }

test('the target is what was asked for, or else what the run chose', () => {
  expect(target(run({ config: { monster: 'wolf' }, memory: { notes } }))).toBe('wolf')
  expect(target(run({ config: { resource: null }, memory: { notes } }))).toBe('ash_tree')
  expect(target(run({ config: {}, memory: {} }))).toBeUndefined()
})

test('wishes are the rest of the configuration that is set, without switches', () => {
  const config = { resource: 'ash_tree', until_level: 5, quantity: null, tool: true, keep: [] }
  expect(wishes(run({ config }))).toEqual([{ name: 'until level', value: '5' }])
})

test('gains are the counts above nought, with the items', () => {
  const memory = { notes, tally: { actions: 1200, deaths: 0, seconds: 423, items: { ash_wood: 3 } } }
  expect(gains(run({ memory }))).toEqual([
    { name: 'actions', value: '1,200' },
    { name: 'time', value: '7 min 3 s' },
    { name: 'ash wood', value: '3' },
  ])
  expect(gains(run({ memory: {} }))).toEqual([])
})
