import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { AccountView, CharacterView, GoalView, SeasonEvent } from '@/api/schema'
import { account, event, goal, raid, seasonEvent, status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { EventsPage } from './events-page'

const quiet = { active: [], raids: [] }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-05T10:00:00Z') })
})

interface World {
  season?: SeasonEvent[]
  accounts?: AccountView[]
  characters?: CharacterView[]
  goals?: GoalView[]
}

function server(events: unknown, world: World = {}) {
  const { season = [], accounts = [account()], characters = [view()], goals = [] } = world
  const calls = serve({
    'GET /api/v1/goals': { data: goals },
    'POST /api/v1/goals': [201, goal()],
    'GET /api/v1/events': events,
    'GET /api/v1/events/season': { data: season },
    'GET /api/v1/characters': { data: characters },
    'GET /api/v1/status': status({ accounts }),
  })
  return Object.assign(renderWithCache(<EventsPage />), { calls })
}

const section = async (name: string) => within(await screen.findByRole('region', { name }))

test('shows that it loads, and then that nothing goes on', async () => {
  server(quiet)
  expect(screen.getByRole('status', { name: 'Loading the events' })).toBeDefined()
  expect(await screen.findByText(/^No event is on/)).toBeDefined()
  expect(screen.getByText('The game has told of no raid.')).toBeDefined()
  expect(screen.queryByRole('region', { name: 'What may come' })).toBeNull()
})

test('says what is wrong when nothing can be loaded, and tries again when asked', async () => {
  server([503, { error: { code: 'starting', message: 'The server is starting.' } }])
  expect((await screen.findByRole('alert')).textContent).toBe('The server is starting.')
  serve({ 'GET /api/v1/events': quiet })
  screen.getByRole('button', { name: 'Try again' }).click()
  expect(await screen.findByText(/^No event is on/)).toBeDefined()
})

test('an event that is on tells until when, where, what is there and who of ours', async () => {
  const here = view({ name: 'Bea', position: { layer: 'overworld', x: 3, y: 1, map_name: 'Meadow' } })
  server({ ...quiet, active: [event()] }, { season: [seasonEvent()], characters: [view(), here] })
  const on = await section('On now')
  expect(on.getByRole('heading', { name: 'Foxes at Large' })).toBeDefined()
  expect(on.getByText('30 min')).toBeDefined()
  expect(on.getByText('Meadow (3, 1)')).toBeDefined()
  expect(await on.findByText(', monster of level 7')).toBeDefined()
  await waitFor(() => expect(on.getByText('Bea')).toBeDefined())
  const drops = within(on.getByRole('list', { name: 'Drops' })).getAllByRole('listitem')
  expect(drops.map(({ textContent }) => textContent)).toEqual(['fox pelt always', 'silver tail 1 in 12'])
})

const eventGoal = (change: Partial<GoalView>) => goal({ kind: 'event', config: { events: [] }, ...change })

test('who goes to an event for a goal stands on its card, and why', async () => {
  const line = {
    character: 'Ana',
    what: 'fight silver_fox while foxes_at_large is on',
    now: true,
    from: '2026-01-05T10:00:00Z',
    until: '2026-01-05T10:30:00Z',
    why: 'It gains about 12 fox_pelt',
    occasion: 'foxes_at_large',
  }
  const goals = [eventGoal({ lines: [line] })]
  server({ ...quiet, active: [event()] }, { season: [seasonEvent()], goals })
  const on = await section('On now')
  expect(await on.findByText(/It gains about 12 fox pelt/)).toBeDefined()
  expect(on.queryByRole('button', { name: 'Go for it' })).toBeNull()
})

test('why nobody goes to an event is told with what would help', async () => {
  const why = {
    occasion: 'foxes_at_large',
    what: 'Foxes',
    why: 'Ana: it is too strong',
    unblock: 'Better gear',
  }
  const goals = [eventGoal({ standing: 'waiting', lines: [], impossible: [why] })]
  server({ ...quiet, active: [event()] }, { season: [seasonEvent()], goals })
  const on = await section('On now')
  expect(await on.findByText(/it is too strong. What would help: Better gear/)).toBeDefined()
})

test('an event that no goal takes is gone for with one click', async () => {
  const calls = server({ ...quiet, active: [event()] }, { season: [seasonEvent()] }).calls
  const on = await section('On now')
  ;(await on.findByRole('button', { name: 'Go for it' })).click()
  await waitFor(() => expect(calls.filter(({ route }) => route.startsWith('POST'))).toHaveLength(1))
  expect(calls.find(({ route }) => route.startsWith('POST'))?.body).toEqual({
    account: 'demo',
    kind: 'event',
    config: { events: ['foxes_at_large'] },
    priority: 5,
    after: [],
  })
})

test('a merchant is left to those who trade', async () => {
  const content = { type: 'npc', code: 'peddler', name: 'Peddler', level: null, skill: null, drops: [] }
  server({ ...quiet, active: [event()] }, { season: [seasonEvent({ content })] })
  const on = await section('On now')
  expect(await on.findByText(', merchant')).toBeDefined()
  expect(on.queryByRole('button', { name: 'Go for it' })).toBeNull()
})

test('the coming raids are told in the order of time, with who goes', async () => {
  server({ ...quiet, raids: [raid()] })
  const raids = within(await screen.findByRole('region', { name: 'Coming raids' })).getAllByRole('listitem')
  expect(raids.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Wednesday,? 7 January .*Wyrm in the Cinders, in 2 d 8 hNo goal takes it$/),
    expect.stringMatching(/^Saturday,? 10 January .*Wyrm in the Cinders, in 5 d 8 hNo goal takes it$/),
  ])
})

test('a raid says who goes for a goal and why, and the calendar has their names', async () => {
  const line = (character: string) => ({
    character,
    what: 'go to the raid wyrm: Ana and Bea',
    now: false,
    from: '2026-01-07T17:50:00Z',
    until: '2026-01-07T21:00:00Z',
    why: 'It takes up to 10 min to get ready and be there when it opens',
    occasion: 'wyrm',
  })
  const goals = [goal({ kind: 'raid', config: { raid: 'wyrm' }, lines: [line('Ana'), line('Bea')] })]
  server({ ...quiet, raids: [raid()] }, { goals })
  const raids = await section('Raids')
  expect(await raids.findByText('Ana, Bea go')).toBeDefined()
  expect(raids.queryByRole('button', { name: 'Go for it' })).toBeNull()
  expect((await section('Coming raids')).getAllByText('Ana, Bea')).toHaveLength(2)
})

test('a raid that no goal takes is gone for with one click', async () => {
  const calls = server({ ...quiet, raids: [raid()] }).calls
  ;(await (await section('Raids')).findByRole('button', { name: 'Go for it' })).click()
  await waitFor(() => expect(calls.filter(({ route }) => route.startsWith('POST'))).toHaveLength(1))
  expect(calls.find(({ route }) => route.startsWith('POST'))?.body).toMatchObject({
    kind: 'raid',
    config: { raid: 'wyrm' },
  })
})

test('an event that is over is not shown, whatever was told last', async () => {
  server({ ...quiet, active: [event({ expiration: '2026-01-05T09:59:59Z' })] })
  expect(await screen.findByText(/^No event is on/)).toBeDefined()
})

test('a raid that is closed tells when it opens', async () => {
  server({ ...quiet, raids: [raid()] })
  const raids = await section('Raids')
  expect(raids.getByText('Closed')).toBeDefined()
  expect(raids.getByText('2 d 8 h')).toBeDefined()
  expect(raids.getByText('Wednesday, Saturday, for 6 h')).toBeDefined()
})

test('a raid that is open tells how much of the boss is left', async () => {
  const open = {
    starts_at: '2026-01-05T09:00:00Z',
    ends_at: '2026-01-05T15:00:00Z',
    total_hp: 100_000,
    remaining_hp: 40_000,
    participants: 3,
  }
  server({ ...quiet, raids: [raid({ open })] })
  const raids = await section('Raids')
  expect(raids.getByText('Open')).toBeDefined()
  expect(raids.getByText('5 h')).toBeDefined()
  expect(raids.getByText(/^40,000 of 100,000 hp left/)).toBeDefined()
  expect(raids.getByText(', 3 accounts in the fight')).toBeDefined()
})

test('the events of the season tell how often they come, and where', async () => {
  const way = seasonEvent({ code: 'gate', name: 'Old Gate', content: null })
  server(quiet, { season: [seasonEvent(), way] })
  const season = await section('What may come')
  expect(season.getAllByText('about every 4 h, for 1 h')).toHaveLength(2)
  expect(season.getByText('A way opens')).toBeDefined()
})

test.each([
  ['socket', null, 'Told at once'],
  ['polling', 'you must be a member', 'Asked every few minutes'],
  ['off', null, 'Connecting'],
] as const)('says how an account hears of events: %s', async (mode, message, words) => {
  server(quiet, { accounts: [account({ realtime: { mode, since_ms: 0, message } })] })
  const hearing = within(await screen.findByRole('list', { name: 'How the accounts hear of events' }))
  expect(await hearing.findByText(words)).toBeDefined()
  if (message) expect(hearing.getByText(message)).toBeDefined()
})

test('data of a lost connection is marked as stale', async () => {
  const client = server(quiet)
  await screen.findByText(/^No event is on/)
  expect(screen.queryByText(/Live updates are interrupted/)).toBeNull()
  client.setQueryData(['connection'], { state: 'reconnecting', since: Date.now() })
  expect(await screen.findByText(/Live updates are interrupted/)).toBeDefined()
})
