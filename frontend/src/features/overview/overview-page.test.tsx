import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { account, node, status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { OverviewPage } from './overview-page'

const names = () => screen.getAllByRole('article').map((card) => card.getAttribute('aria-label'))

function server(characters: unknown, change: Parameters<typeof status>[0] = {}) {
  return serve({
    'GET /api/v1/characters': characters,
    'GET /api/v1/strategies': { data: [] },
    'GET /api/v1/tree': node(),
    'GET /api/v1/status': status(change),
  })
}

test('shows places for the cards while it loads, then a card for each character', async () => {
  server({ data: [view(), view({ name: 'Bea' })] })
  renderWithCache(<OverviewPage />)
  expect(screen.getByRole('status', { name: 'Loading the characters' })).toBeDefined()
  await waitFor(() => expect(names()).toEqual(['Ana', 'Bea']))
})

test('says what is wrong when nothing can be loaded, and tries again when asked', async () => {
  server([503, { error: { code: 'starting', message: 'The server is starting.' } }])
  renderWithCache(<OverviewPage />)
  expect((await screen.findByRole('alert')).textContent).toBe('The server is starting.')
  server({ data: [view()] })
  screen.getByRole('button', { name: 'Try again' }).click()
  await waitFor(() => expect(names()).toEqual(['Ana']))
})

test.each([
  ['ok', 'No characters yet'],
  ['starting', 'Asking the game for your characters'],
  ['away', 'The game does not answer'],
] as const)('says why nobody is there when the game is %s', async (state, title) => {
  server({ data: [] }, { game: { state, since_ms: 1000, message: null } })
  renderWithCache(<OverviewPage />)
  expect(await screen.findByRole('heading', { name: title })).toBeDefined()
})

test('who plays no account is shown where to add one', async () => {
  server({ data: [] }, { accounts: [] })
  renderWithCache(<OverviewPage />)
  const link = await screen.findByRole('link', { name: 'Add an account' })
  expect(link.getAttribute('href')).toBe('/accounts')
})

test('a rejected token can be tried again at once', async () => {
  const accounts = [account({ state: 'rejected', message: 'Token is invalid' })]
  server({ data: [view()] }, { accounts })
  renderWithCache(<OverviewPage />)
  const calls = serve({ 'POST /api/v1/accounts/retry': [202, {}] })
  ;(await screen.findByRole('button', { name: 'Try the token now' })).click()
  expect(await screen.findByText('The game has been asked again.')).toBeDefined()
  expect(calls.map(({ route }) => route)).toContain('POST /api/v1/accounts/retry')
})

test('the cards of several accounts stand under the names of their accounts', async () => {
  server({ data: [view(), view({ name: 'Zoe', account: 'another' }), view({ name: 'Ben' })] })
  renderWithCache(<OverviewPage />)
  await waitFor(() => expect(names()).toEqual(['Zoe', 'Ana', 'Ben']))
  const sections = screen.getAllByRole('region').map((section) => section.getAttribute('aria-label'))
  expect(sections).toContain('Characters of another')
  expect(screen.getByRole('heading', { name: 'demo' })).toBeDefined()
})

test('the summary and the title name those who are stuck', async () => {
  server({ data: [view(), view({ name: 'Bea', problem: 'lost' })] })
  renderWithCache(<OverviewPage />)
  expect(await screen.findByText('1 of 2')).toBeDefined()
  expect(document.title).toBe('(1) Overview · Callboard')
})

test('data of a lost connection is marked as stale, and fresh data is not', async () => {
  server({ data: [view()] })
  const client = renderWithCache(<OverviewPage />)
  await waitFor(() => expect(names()).toEqual(['Ana']))
  expect(screen.queryByText(/as of/)).toBeNull()
  client.setQueryData(['connection'], { state: 'reconnecting', since: Date.now() })
  expect(await screen.findByText(/^as of/)).toBeDefined()
  expect(screen.getByText(/Live updates are interrupted/)).toBeDefined()
  client.setQueryData(['connection'], { state: 'live' })
  await waitFor(() => expect(screen.queryByText(/as of/)).toBeNull())
})
