import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { AccountView } from '@/api/schema'
import { account, status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { AccountsPage } from './accounts-page'

const ACCOUNTS = '/api/v1/accounts'
const error = (message: string) => ({ error: { code: 'any', message } })

function server(accounts: AccountView[], more: Record<string, unknown> = {}) {
  return serve({
    'GET /api/v1/status': status({ accounts }),
    'GET /api/v1/characters': { data: [view(), view({ name: 'Ben', state: 'idle' })] },
    ...more,
  })
}

const another = account({ name: 'another', origin: 'added', characters: ['Zoe'], requests_last_hour: 30 })

async function row(name: string) {
  return within(await screen.findByRole('article', { name }))
}

test('shows that it loads, and what is wrong when it cannot', async () => {
  serve({ 'GET /api/v1/status': [503, error('The server is starting.')] })
  renderWithCache(<AccountsPage />)
  expect(screen.getByRole('status', { name: 'Loading the accounts' })).toBeDefined()
  expect((await screen.findByRole('alert')).textContent).toBe('The server is starting.')
  server([account()])
  screen.getByRole('button', { name: 'Try again' }).click()
  expect(await screen.findByRole('article', { name: 'demo' })).toBeDefined()
})

test('each account has its state, its characters at work and its share of the requests', async () => {
  server([account({ characters: ['Ana', 'Ben'], requests_last_hour: 90 }), another])
  renderWithCache(<AccountsPage />)
  const demo = await row('demo')
  expect(demo.getByText('Playing')).toBeDefined()
  expect(await demo.findByText('2 characters, 1 at work')).toBeDefined()
  expect(demo.getByText('90 requests, 75 % of all')).toBeDefined()
  expect((await row('another')).getByText('30 requests, 25 % of all')).toBeDefined()
})

test('says so when no token has an account yet', async () => {
  server([])
  renderWithCache(<AccountsPage />)
  expect(await screen.findByText(/has not told yet whose tokens these are/)).toBeDefined()
})

test('what is wrong with an account stands on it and in the title', async () => {
  server([account({ state: 'rejected', message: 'the game rejects the token' })])
  renderWithCache(<AccountsPage />)
  expect(await screen.findByText('The game rejects the token.')).toBeDefined()
  await waitFor(() => expect(document.title).toBe('(1) Accounts · Callboard'))
})

test('a token is added in a field that hides it, and forgotten when it was taken', async () => {
  const user = userEvent.setup()
  const calls = server([account()], { [`POST ${ACCOUNTS}`]: [201, { name: 'another' }] })
  renderWithCache(<AccountsPage />)
  const field = await screen.findByLabelText<HTMLInputElement>('Token')
  expect(field.type).toBe('password')
  await user.type(field, ' secret ')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText('another is played from now on.')).toBeDefined()
  expect(calls).toContainEqual({ route: `POST ${ACCOUNTS}`, body: { token: 'secret' } })
  expect(field.value).toBe('')
})

test('a refusal is told, and the token stays to be corrected', async () => {
  const user = userEvent.setup()
  server([account()], { [`POST ${ACCOUNTS}`]: [422, error('the game rejects this token')] })
  renderWithCache(<AccountsPage />)
  const field = await screen.findByLabelText<HTMLInputElement>('Token')
  await user.type(field, 'wrong')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect((await screen.findByRole('alert')).textContent).toBe('the game rejects this token')
  expect(field.value).toBe('wrong')
  await user.type(field, '!')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an added account is removed after a question, one of the start cannot be', async () => {
  const user = userEvent.setup()
  const calls = server([account(), another], { [`DELETE ${ACCOUNTS}/another`]: [202, {}] })
  renderWithCache(<AccountsPage />)
  expect((await row('demo')).queryByRole('button', { name: 'Remove demo' })).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Remove another' }))
  expect(calls.some(({ route }) => route.startsWith('DELETE'))).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(calls.map(({ route }) => route)).toContain(`DELETE ${ACCOUNTS}/another`)
})

test('a token is replaced in a dialog, which says what is wrong with the new one', async () => {
  const user = userEvent.setup()
  const route = `PUT ${ACCOUNTS}/another/token`
  server([another], { [route]: [422, error('this token belongs to demo, not to another')] })
  renderWithCache(<AccountsPage />)
  await user.click(await screen.findByRole('button', { name: 'Replace the token of another' }))
  await user.type(screen.getByLabelText('New token'), 'secret')
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  expect((await screen.findByRole('alert')).textContent).toContain('belongs to demo')
  const calls = server([another], { [route]: [204, null] })
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(calls).toContainEqual({ route, body: { token: 'secret' } })
})

test('one that is being removed has nothing left to press', async () => {
  server([account({ name: 'another', origin: 'added', state: 'removing' })])
  renderWithCache(<AccountsPage />)
  const going = await row('another')
  expect(going.getByText('Being removed')).toBeDefined()
  expect(going.queryByRole('button')).toBeNull()
})

test('data of a lost connection is marked as stale', async () => {
  server([account()])
  const client = renderWithCache(<AccountsPage />)
  await row('demo')
  expect(screen.queryByText(/as of/)).toBeNull()
  client.setQueryData(['connection'], { state: 'reconnecting', since: Date.now() })
  expect(await screen.findByText(/What you see is as of/)).toBeDefined()
})
