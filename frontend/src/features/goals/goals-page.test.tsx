import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { StageView } from '@/api/schema'
import { goal, run, status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { GoalsPage } from './goals-page'

const kinds = [
  {
    name: 'level',
    description: 'A level.',
    defaults: { level: 10 },
    schema: { properties: { level: { type: 'integer', title: 'Level' } } },
    templates: [{ title: 'A start', about: 'To level 5.', config: { level: 5 } }],
  },
]
const cards = () => screen.getAllByRole('article').map((card) => card.getAttribute('aria-label'))

function server(goals: unknown, more: Record<string, unknown> = {}) {
  return serve({
    'GET /api/v1/goals': goals,
    'GET /api/v1/goals/schema': { data: kinds },
    'GET /api/v1/characters': { data: [] },
    'GET /api/v1/status': status(),
    ...more,
  })
}

test('shows places while it loads, then a card for each goal, the most urgent first and the reached last', async () => {
  server({
    data: [
      goal({ id: 'a', words: 'done', standing: 'reached', progress: 1 }),
      goal({ id: 'b', words: 'later', priority: 2 }),
      goal({ id: 'c', words: 'now', priority: 8 }),
    ],
  })
  renderWithCache(<GoalsPage />)
  expect(screen.getByRole('status', { name: 'Loading the goals' })).toBeDefined()
  await waitFor(() => expect(cards()).toEqual(['now', 'later', 'done']))
})

test('says what is wrong when nothing can be loaded', async () => {
  server([503, { error: { code: 'starting', message: 'The server is starting.' } }])
  renderWithCache(<GoalsPage />)
  expect((await screen.findByRole('alert')).textContent).toBe('The server is starting.')
})

test('says what goals are for when there are none', async () => {
  server({ data: [] })
  renderWithCache(<GoalsPage />)
  expect(await screen.findByRole('heading', { name: 'No goals yet' })).toBeDefined()
})

test('a card says how far the goal is, who does what and why, and what takes longest', async () => {
  server({ data: [goal()] })
  renderWithCache(<GoalsPage />)
  const card = within(await screen.findByRole('article'))
  expect(card.getByText('25 %')).toBeDefined()
  expect(card.getByText('train mining to 15')).toBeDefined()
  expect(card.getByText('It takes 8 h; Bea would take 9 h')).toBeDefined()
  expect(card.getByText('Ana: train mining to 15, 8 h of 8 h')).toBeDefined()
})

test('a pipeline shows its stages, which say who does what', async () => {
  const stages: StageView[] = [
    { number: 1, name: 'ore', standing: 'under_way', characters: ['Ana', 'Bob'], words: '' },
    { number: 2, name: 'bars', standing: 'waiting', characters: [], words: 'for 4 of 20 copper_ore' },
  ]
  server({ data: [goal({ stages })] })
  renderWithCache(<GoalsPage />)
  const shown = within(await screen.findByRole('list', { name: 'Stages' })).getAllByRole('listitem')
  expect(shown.map((one) => one.textContent)).toEqual([
    '1OreUnder wayAna, Bob',
    '2BarsWaitsfor 4 of 20 copper ore',
  ])
  expect(screen.queryByText('Who does what')).toBeNull()
})

test('a line names no end that nobody knows', async () => {
  const lines = goal().lines.map((line) => ({ ...line, until: null }))
  server({ data: [goal({ lines })] })
  renderWithCache(<GoalsPage />)
  expect(await screen.findByText('now, until that is done')).toBeDefined()
})

test('what cannot be done is told with what would help', async () => {
  const impossible = [
    { occasion: null, what: 'train mining to 15', why: 'nobody is free', unblock: 'Stop Ana' },
  ]
  server({ data: [goal({ standing: 'impossible', impossible })] })
  renderWithCache(<GoalsPage />)
  expect(await screen.findByText(/nobody is free. What would help: Stop Ana./)).toBeDefined()
})

test('what fails for the same reason is told once', async () => {
  const of = (what: string) => ({ occasion: null, what, why: 'nobody is free', unblock: 'Stop Ana' })
  server({ data: [goal({ standing: 'impossible', impossible: [of('get copper_bar'), of('craft a ring')] })] })
  renderWithCache(<GoalsPage />)
  expect((await screen.findAllByText(/nobody is free/)).map(({ textContent }) => textContent)).toEqual([
    'Get copper bar; craft a ring: nobody is free. What would help: Stop Ana.',
  ])
})

test('where a goal cannot go on, those with something of their own to do are let go on request', async () => {
  const user = userEvent.setup()
  const impossible = [{ occasion: null, what: 'get copper_bar', why: 'nobody is free', unblock: 'Stop Ana' }]
  const calls = server(
    { data: [goal({ account: 'demo', standing: 'impossible', impossible })] },
    {
      'GET /api/v1/characters': {
        data: [
          view({ name: 'Ana', automation: run({ strategy: 'combat' }) }),
          view({ name: 'Ben', automation: run({ goal_id: 'goal-1' }) }),
          view({ name: 'Cleo', automation: null }),
        ],
      },
      'POST /api/v1/characters/Ana/automation/wind-down': view(),
    },
  )
  renderWithCache(<GoalsPage />)
  await user.click(await screen.findByRole('button', { name: 'Let Ana work for goals' }))
  expect(screen.getAllByRole('button', { name: /^Let / })).toHaveLength(1)
  await waitFor(() =>
    expect(calls.some(({ route }) => route.endsWith('Ana/automation/wind-down'))).toBe(true),
  )
})

test('says whose hours are meant where the game is faster than the clock', async () => {
  server({ data: [goal()] }, { 'GET /api/v1/status': status({ speed: 20 }) })
  renderWithCache(<GoalsPage />)
  expect(await screen.findByText(/20 of them\s+pass in one of yours/)).toBeDefined()
})

test('a goal that is never reached says what it waits for, and until when', async () => {
  const at = new Date(Date.now() + 90 * 60_000 + 500).toISOString()
  const awaits = { what: 'god_of_the_sun opens', at }
  server({ data: [goal({ standing: 'waiting', awaits, progress: 0, lines: [] })] })
  renderWithCache(<GoalsPage />)
  const card = within(await screen.findByRole('article'))
  expect(card.getByText('Nothing to do now')).toBeDefined()
  expect(card.getByText(/god of the sun opens/)).toBeDefined()
  expect(card.getByText('1 h 30 min')).toBeDefined()
  expect(card.queryByText('0 %')).toBeNull()
})

test('goals of a lost connection are marked as stale', async () => {
  server({ data: [goal()] })
  const client = renderWithCache(<GoalsPage />)
  await screen.findByRole('article')
  client.setQueryData(['connection'], { state: 'reconnecting', since: Date.now() })
  expect(await screen.findByText(/^as of/)).toBeDefined()
})

test('a goal is planned before it is created, from the form of its kind', async () => {
  const user = userEvent.setup()
  const calls = server(
    { data: [] },
    { 'POST /api/v1/goals/preview': goal({ words: 'combat 12' }), 'POST /api/v1/goals': [201, goal()] },
  )
  renderWithCache(<GoalsPage />)
  await user.click(await screen.findByRole('button', { name: 'New goal' }))
  const level = await screen.findByRole('spinbutton', { name: 'Level' })
  await user.clear(level)
  await user.type(level, '12')
  await user.click(screen.getByRole('button', { name: 'Show the plan' }))
  expect(await screen.findByRole('region', { name: 'The plan' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Create the goal' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const sent = calls.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body)
  expect(sent).toEqual(Array(2).fill({ kind: 'level', config: { level: 12 }, priority: 5 }))
})

test('what the server has against a goal stands at its field', async () => {
  const user = userEvent.setup()
  const refusal = { code: 'invalid', message: 'not so', details: { level: '`level`: too high' } }
  server({ data: [] }, { 'POST /api/v1/goals': [422, { error: refusal }] })
  renderWithCache(<GoalsPage />)
  await user.click(await screen.findByRole('button', { name: 'New goal' }))
  await user.click(await screen.findByRole('button', { name: 'Create the goal' }))
  expect(await screen.findByText('Too high')).toBeDefined()
})

test('a goal becomes more urgent, and is taken back after a question', async () => {
  const user = userEvent.setup()
  const calls = server(
    { data: [goal()] },
    { 'PUT /api/v1/goals/goal-1': goal({ priority: 9 }), 'DELETE /api/v1/goals/goal-1': {} },
  )
  renderWithCache(<GoalsPage />)
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Priority' }), '9')
  await waitFor(() => expect(calls.some(({ route }) => route === 'PUT /api/v1/goals/goal-1')).toBe(true))
  await user.click(screen.getByRole('button', { name: /^Delete the goal/ }))
  await user.click(await screen.findByRole('button', { name: 'Delete it' }))
  await waitFor(() => expect(calls.some(({ route }) => route === 'DELETE /api/v1/goals/goal-1')).toBe(true))
})

test('a new goal may begin with a template', async () => {
  const user = userEvent.setup()
  server({ data: [] })
  renderWithCache(<GoalsPage />)
  await user.click(await screen.findByRole('button', { name: 'New goal' }))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Begin with a template' }), 'A start')
  expect(screen.getByText('To level 5.')).toBeDefined()
  expect(screen.getByRole('spinbutton', { name: 'Level' })).toHaveProperty('value', '5')
})
