import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { keys } from '@/api/keys'
import { run, season, status, view } from '@/test/builders'
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
const whole = {
  'GET /api/v1/characters': { data: [view(), view({ name: 'Bea', automation: null })] },
  'GET /api/v1/status': status(),
  'GET /api/v1/strategies': { data: [combat] },
  'GET /api/v1/templates': { data: [template] },
  'GET /api/v1/season': season(),
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

test('data of a lost connection is marked as stale', async () => {
  const { client } = open()
  await section('At work')
  client.setQueryData(keys.connection, { state: 'offline', since: Date.now() })
  expect(await screen.findByText(/No connection since/)).toBeDefined()
})
