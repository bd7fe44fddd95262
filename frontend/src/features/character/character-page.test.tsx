import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import { character, comparison, entry, gains, line, run, season, status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { CharacterPage } from './character-page'

const bank = {
  gold: 900,
  slots: 50,
  next_expansion_cost: 3500,
  items: [{ code: 'egg', quantity: 7, reserved: [] }],
}
const alternative = { choice: 'resource', unit: 'xp/h', words: 'Words.', ruled_out: null }
const alternatives = [
  { ...alternative, code: 'copper_rocks', score: 1469.81 },
  { ...alternative, code: 'iron_rocks', score: null, ruled_out: 'it needs mining 10, not 7' },
]
const ledger = {
  from: '2026-01-05T08:00:00Z',
  until: '2026-01-05T10:00:00Z',
  seconds: [
    { account: 'acting', reason: null, seconds: 5400 },
    { account: 'idle', reason: 'paused', seconds: 1800 },
  ],
  utilisation: 0.75,
  hours: [
    { start: '2026-01-05T08:00:00Z', seconds: [{ account: 'off', reason: null, seconds: 3600 }] },
    { start: '2026-01-05T09:00:00Z', seconds: [{ account: 'acting', reason: null, seconds: 3600 }] },
  ],
}
const whole = {
  'GET /api/v1/characters': { data: [view(), view({ name: 'Bea' })] },
  'GET /api/v1/status': status(),
  'GET /api/v1/strategies': { data: [] },
  'GET /api/v1/season': season(),
  'GET /api/v1/characters/Ana/details': { map_id: 1, stats: { haste: 4, initiative: 100 }, bank },
  'GET /api/v1/characters/Ana/ledger': ledger,
  'GET /api/v1/log': {
    data: [entry({ id: 'b', alternatives, facts: [{ name: 'bag', value: '34 of 100' }] })],
    next_cursor: 'older',
  },
}

function open(change: Record<string, unknown> = {}) {
  const calls = serve({ ...whole, ...change })
  return { calls, client: renderWithCache(<CharacterPage name="Ana" />) }
}

const panel = async (name: string) => within(await screen.findByRole('region', { name }))

test('shows the places of the sheet while it loads, then who it is and what it does', async () => {
  open()
  expect(screen.getByRole('status', { name: 'Loading the character' })).toBeDefined()
  expect(await screen.findByRole('heading', { level: 1, name: 'Ana' })).toBeDefined()
  expect(screen.getByRole('banner').textContent).toContain('Copper ore is wanted.')
  expect(document.title).toBe('Ana · Callboard')
})

test('says what is wrong when nothing can be loaded', async () => {
  open({ 'GET /api/v1/characters': [503, { error: { code: 'starting', message: 'It starts.' } }] })
  expect((await screen.findByRole('alert')).textContent).toBe('It starts.')
})

test('says so when nobody has this name', async () => {
  open({ 'GET /api/v1/characters': { data: [] } })
  expect(await screen.findByRole('heading', { name: 'There is nobody called Ana' })).toBeDefined()
})

test('shows stats, skills, equipment, bag and bank', async () => {
  open({
    'GET /api/v1/characters': {
      data: [view({ equipment: { ring1: { code: 'copper_ring', quantity: 1 } } })],
    },
  })
  expect((await screen.findByText('Haste')).parentElement?.textContent).toBe('Haste4 %')
  expect((await panel('Skills')).getByText('Mining').parentElement?.textContent).toContain('level 7')
  const equipment = await panel('Equipment')
  expect(equipment.getByText('Ring 1').parentElement?.textContent).toBe('Ring 1copper ring')
  expect(equipment.getByText('Ring 2').parentElement?.textContent).toBe('Ring 2empty')
  const bag = await panel('Bag')
  expect(bag.getByText('copper ore').parentElement?.textContent).toBe('copper ore34')
  expect(bag.getByText('egg').parentElement?.textContent).toBe('egg7')
})

test('shows what came of the automation beside what its forecast said', async () => {
  const soFar = comparison(1800, {
    expected: gains({ xp: 620, busy_seconds: 1790 }),
    came: gains({ xp: 610, busy_seconds: 1800 }),
  })
  const day = comparison(86_400, { expected: gains({ xp: 29_000, busy_seconds: 86_400 }) })
  const automation = run({ forecast: { so_far: soFar, horizons: [day] } })
  open({ 'GET /api/v1/characters': { data: [view({ automation })] } })
  const table = within(await screen.findByRole('table', { name: /^Forecast and outcome/ }))
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
    'Whatso far, 30 min1 d',
    'Xp610expected 620–expected 29,000',
    'At work100\u00a0%expected 99\u00a0%–expected 100\u00a0%',
  ])
})

test('shows where the time went, in all and hour by hour, the newest first', async () => {
  open()
  const time = await panel('Time')
  const rows = (name: RegExp) =>
    within(time.getByRole('table', { name }))
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent)
  expect(await time.findByText('75 %', { selector: 'span' })).toBeDefined()
  expect(rows(/^Where/)).toEqual(['Acting1 h 30 min75 %', 'Idle: paused30 min25 %'])
  await userEvent.click(time.getByText('Hour by hour'))
  expect(rows(/^Hour by hour/).map((text) => text?.slice(5))).toEqual(['100 %', 'off'])
})

test('says so when the ledger cannot be read', async () => {
  const error = { code: 'not_read_yet', message: 'Ana does not play yet.' }
  open({ 'GET /api/v1/characters/Ana/ledger': [503, { error }] })
  expect((await (await panel('Time')).findByRole('alert')).textContent).toContain('Ana does not play yet.')
})

test('shows what the last choice was made from, and what ruled the others out', async () => {
  open()
  const table = await panel('What else was possible')
  const row = (name: RegExp) => table.getByRole('row', { name }).textContent
  expect(row(/^Copper rocks/)).toContain('1,469.8 xp/h')
  expect(row(/^Iron rocks/)).toContain('it needs mining 10, not 7')
})

test('a line of the log opens to its reason, its facts and its alternatives', async () => {
  open()
  const log = await panel('Log')
  await userEvent.click(await log.findByText('gather copper rocks'))
  expect(log.getByText('Copper ore is wanted.')).toBeDefined()
  expect(log.getByText('34 of 100').previousSibling?.textContent).toBe('bag')
  expect(log.getByRole('rowheader', { name: /Iron rocks/ })).toBeDefined()
})

test('a line of a workflow says in which step it was done', async () => {
  const data = [entry({ facts: [{ name: 'step', value: '2 of 3: combat' }] })]
  open({ 'GET /api/v1/log': { data, next_cursor: null } })
  expect((await panel('Log')).getByText('· step 2 of 3: combat')).toBeDefined()
})

test('older lines are read on request, until there are none', async () => {
  const { calls } = open()
  const more = await screen.findByRole('button', { name: 'Show older lines' })
  serve({ ...whole, 'GET /api/v1/log': { data: [entry({ id: 'a', summary: '+1 xp' })], next_cursor: null } })
  await userEvent.click(more)
  expect(await screen.findByText('+1 xp')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Show older lines' })).toBeNull()
  expect(calls.filter(({ route }) => route === 'GET /api/v1/log')).toHaveLength(1)
})

test('the log is read again soon after something was done', async () => {
  const { client } = open()
  await screen.findByRole('list', { name: 'Log' })
  const data = [entry({ id: 'c', summary: '+99 xp' }), entry({ id: 'b' })]
  serve({ ...whole, 'GET /api/v1/log': { data, next_cursor: null } })
  client.setQueryData(keys.characters, [character({ version: 2, last_actions: [line({ id: 'c' })] })])
  await waitFor(() => expect(screen.getByText('+99 xp')).toBeDefined(), { timeout: 3000 })
  expect(screen.getByRole('button', { name: 'Show older lines' })).toBeDefined()
})

test('says so when there is no line yet, and when the log cannot be read', async () => {
  const { client } = open({ 'GET /api/v1/log': { data: [], next_cursor: null } })
  expect(await screen.findByText('Nothing has been done yet.')).toBeDefined()
  serve({ ...whole, 'GET /api/v1/log': [503, { error: { code: 'away', message: 'No database.' } }] })
  await client.invalidateQueries({ queryKey: keys.log('Ana') })
  expect((await screen.findByRole('alert')).textContent).toContain('No database.')
})

test('data of a lost connection is marked as stale', async () => {
  const { client } = open()
  await screen.findByRole('heading', { level: 1 })
  client.setQueryData(keys.connection, { state: 'reconnecting', since: Date.now() })
  expect(await screen.findByText(/^as of \d\d:\d\d:\d\d$/)).toBeDefined()
})
