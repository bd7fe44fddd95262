import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import { comparison, gains, run, season, status, tally, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { AutomationsPage } from './automations-page'

const START = 'POST /api/v1/characters/Bea/automation'
const template = {
  name: 'careful',
  title: 'Careful fighter',
  about: 'Fights what it beats.',
  from_level: 1,
  to_level: 50,
  strategy: 'combat',
  config: { monster: 'wolf' },
}
const combat = {
  name: 'combat',
  description: 'Fights.',
  defaults: { monster: null },
  schema: { properties: { monster: { type: ['string', 'null'], format: 'monster' } } },
}
const mine = {
  id: 'saved-1',
  name: 'Wolves',
  strategy: 'combat',
  config: { monster: 'wolf' },
  created_at: '2026-01-05T08:00:00Z',
  updated_at: '2026-01-05T08:00:00Z',
}
const past = {
  id: 'run-0',
  account: 'demo',
  character: 'Ana',
  strategy: 'combat',
  config: {},
  status: 'done',
  reason: 'level 5 is reached',
  started_at: '2026-01-05T08:00:00Z',
  ended_at: '2026-01-05T10:30:00Z',
  tally: tally({ fights: 12, wins: 11, xp: 300, items: { wolf_hair: 4 } }),
  forecast: {
    so_far: comparison(9000, { expected: gains({ xp: 320 }), came: gains({ xp: 300 }) }),
    horizons: [comparison(3600, { expected: gains({ xp: 110 }), came: gains({ xp: 90 }) })],
  },
}
const whole = {
  'GET /api/v1/characters': { data: [view(), view({ name: 'Bea', automation: null })] },
  'GET /api/v1/status': status(),
  'GET /api/v1/strategies': { data: [combat] },
  'GET /api/v1/templates': { data: [template] },
  'GET /api/v1/season': season(),
  'GET /api/v1/automations': { data: [mine] },
  'GET /api/v1/runs': { data: [past], next_cursor: null },
  [START]: run(),
}

function open(change: Record<string, unknown> = {}) {
  const calls = serve({ ...whole, ...change })
  return { calls, client: renderWithCache(<AutomationsPage />) }
}

const section = async (name: string) => within(await screen.findByRole('region', { name }))

test('shows places while it loads, then what each character was told to do', async () => {
  open()
  expect(screen.getByRole('status', { name: 'Loading the automations' })).toBeDefined()
  const atWork = await section('At work')
  expect(atWork.getByRole('region', { name: 'Automation of Ana' }).textContent).toContain('Gathering')
  expect(atWork.getByRole('region', { name: 'Automation of Bea' }).textContent).toContain('No automation')
  expect(atWork.getByRole('link', { name: 'Bea' }).getAttribute('href')).toBe('/characters/Bea')
  expect(document.title).toBe('Automations · Callboard')
})

test('says what is wrong when nothing can be loaded', async () => {
  open({ 'GET /api/v1/characters': [503, { error: { code: 'starting', message: 'It starts.' } }] })
  expect((await screen.findByRole('alert')).textContent).toBe('It starts.')
})

test('says so when there is nobody', async () => {
  open({ 'GET /api/v1/characters': { data: [] } })
  expect(await screen.findByText('There are no characters yet.')).toBeDefined()
})

test('who is stuck says why, and the tab says that somebody is', async () => {
  open({ 'GET /api/v1/characters': { data: [view({ problem: 'lost' })] } })
  expect((await section('At work')).getByText('lost')).toBeDefined()
  expect(document.title).toBe('(1) Automations · Callboard')
})

test('a template is given to whoever is free, with its form filled', async () => {
  const { calls } = open()
  await userEvent.click(await screen.findByRole('button', { name: 'Use “Careful fighter”' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Careful fighter' }))
  expect(dialog.getByLabelText<HTMLSelectElement>('Character').value).toBe('Bea')
  expect((await dialog.findByLabelText<HTMLInputElement>('Monster')).value).toBe('wolf')
  await userEvent.click(dialog.getByRole('button', { name: 'Start combat' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(calls).toContainEqual({ route: START, body: { strategy: 'combat', config: { monster: 'wolf' } } })
})

test('says so when the templates cannot be loaded', async () => {
  open({ 'GET /api/v1/templates': [500, { error: { code: 'oops', message: 'Something broke.' } }] })
  expect((await (await section('Templates')).findByRole('alert')).textContent).toContain('Something broke.')
})

test('a new automation is saved under its name, which it must have', async () => {
  const { calls } = open({ 'POST /api/v1/automations': [201, mine] })
  await userEvent.click(await screen.findByRole('button', { name: 'New automation' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(await dialog.findByRole('button', { name: 'Save' }))
  expect(dialog.getByRole('alert').textContent).toBe('Give it a name to find it by.')
  await userEvent.type(dialog.getByLabelText('Name'), 'Cows')
  await userEvent.type(dialog.getByLabelText('Monster'), 'cow')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const body = { name: 'Cows', strategy: 'combat', config: { monster: 'cow' } }
  expect(calls).toContainEqual({ route: 'POST /api/v1/automations', body })
})

test('what is saved is changed, given to somebody, and deleted after a yes', async () => {
  const { calls } = open({
    'PUT /api/v1/automations/saved-1': mine,
    'DELETE /api/v1/automations/saved-1': [200, {}],
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Change “Wolves”' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(await dialog.findByLabelText('Name'), ' 2')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const body = { name: 'Wolves 2', strategy: 'combat', config: { monster: 'wolf' } }
  expect(calls).toContainEqual({ route: 'PUT /api/v1/automations/saved-1', body })

  expect(screen.getByRole('button', { name: 'Use “Wolves”' })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Delete “Wolves”' }))
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(calls.map(({ route }) => route)).toContain('DELETE /api/v1/automations/saved-1'))
})

test('says so when nothing is saved and nothing was run', async () => {
  open({ 'GET /api/v1/automations': { data: [] }, 'GET /api/v1/runs': { data: [], next_cursor: null } })
  expect(await screen.findByText('You have not saved any yet.')).toBeDefined()
  expect(await screen.findByText('Nothing was run yet.')).toBeDefined()
})

test('says so when the database cannot be asked', async () => {
  const away = [503, { error: { code: 'away', message: 'No database.' } }]
  open({ 'GET /api/v1/automations': away, 'GET /api/v1/runs': away })
  expect((await (await section('Yours')).findByRole('alert')).textContent).toContain('No database.')
  expect((await (await section('Runs')).findByRole('alert')).textContent).toContain('No database.')
})

test('past runs tell what came of them, and older ones are read on request', async () => {
  open({ 'GET /api/v1/runs': { data: [past], next_cursor: 'older' } })
  const runs = await section('Runs')
  const row = await runs.findByRole('listitem')
  for (const text of [
    'for 2 h 30 min',
    'level 5 is reached',
    '1 lost',
    '4 wolf hair',
    '90 xp in 1 h, 110 expected',
    'Done',
  ]) {
    expect(row.textContent).toContain(text)
  }
  const older = { ...past, id: 'run-00', character: 'Bea' }
  serve({ ...whole, 'GET /api/v1/runs': { data: [older], next_cursor: null } })
  await userEvent.click(runs.getByRole('button', { name: 'Show older runs' }))
  await waitFor(() => expect(runs.getAllByRole('listitem')).toHaveLength(2))
  expect(runs.queryByRole('button', { name: 'Show older runs' })).toBeNull()
})

test('data of a lost connection is marked as stale', async () => {
  const { client } = open()
  await section('At work')
  client.setQueryData(keys.connection, { state: 'offline', since: Date.now() })
  expect(await screen.findByText(/No connection since/)).toBeDefined()
})
