/// The whole dashboard in one: first paint over HTTP, then live over the socket, then without it.
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { account, node, status, view } from '@/test/builders'
import { FakeSocket } from '@/test/fake-socket'
import { serve } from '@/test/server'
import { Providers } from './providers'

const card = () => screen.findByRole('article', { name: 'Ana' })
const badge = () => screen.getByRole('status', { name: 'Connection' }).textContent
const snapshot = { type: 'snapshot', seq: 1, log: [], tree: node(), status: status({ speed: 5 }) }

beforeEach(() => {
  FakeSocket.install()
  serve({
    'GET /api/v1/characters': { data: [view({ gold: 111 })] },
    'GET /api/v1/strategies': { data: [] },
    'GET /api/v1/tree': node(),
    'GET /api/v1/status': status({ speed: 5 }),
  })
})

test('paints over HTTP first, then follows the socket, and says when it is lost', async () => {
  render(<Providers />)
  expect(within(await card()).getByText('111', { exact: false })).toBeDefined()
  expect(badge()).toBe('Connecting')
  expect(FakeSocket.last.url).toMatch(/^ws.*\/api\/v1\/live$/)

  act(() => FakeSocket.last.say({ ...snapshot, characters: [view({ version: 2, gold: 222 })] }))
  await waitFor(() => expect(badge()).toBe('Live'))
  expect(within(await card()).getByText('222', { exact: false })).toBeDefined()

  const characters = [view({ version: 3, gold: 333 })]
  act(() => FakeSocket.last.say({ type: 'delta', previous_seq: 1, seq: 2, characters }))
  expect(await within(await card()).findByText('333', { exact: false })).toBeDefined()

  act(() => FakeSocket.last.break())
  await waitFor(() => expect(badge()).toBe('Reconnecting'))
  expect(within(await card()).getByText(/^as of/)).toBeDefined()
})

test('is not green while the game rejects a token', async () => {
  render(<Providers />)
  await card()
  const rejected = status({ accounts: [account({ state: 'rejected', message: 'Token is invalid' })] })
  act(() => FakeSocket.last.say({ ...snapshot, characters: [view({ version: 2 })], status: rejected }))
  await waitFor(() => expect(badge()).toBe('Token rejected'))
})

test('says what is played, and how fast', async () => {
  render(<Providers />)
  const [badge] = await screen.findAllByTitle(/^One second here is 5 s of the game/)
  expect(badge?.textContent).toContain('Sandbox5×')
})

test('the navigation names the page one is on', async () => {
  render(<Providers />)
  const [pages] = await screen.findAllByRole('navigation', { name: 'Pages' })
  await waitFor(() => expect(pages?.querySelector('[aria-current=page]')?.textContent).toBe('Overview'))
})

test('the theme follows the system until one is chosen, and the choice is kept', async () => {
  render(<Providers />)
  await card()
  expect(document.documentElement.dataset.theme).toBeUndefined()
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(localStorage.getItem('callboard-theme')).toBe('dark')
  await userEvent.click(screen.getByRole('radio', { name: 'As the system' }))
  expect(document.documentElement.dataset.theme).toBeUndefined()
})
