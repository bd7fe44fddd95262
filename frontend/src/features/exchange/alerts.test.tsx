import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { quote } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { AlertForm } from './alert-form'
import { Alerts } from './alerts'

const at = '2026-01-05T10:00:00Z'
const words = 'Sellers ask less than 3 gold for Copper Ore'
const rule = { id: 'a', when: 'ask_below', item: 'copper_ore', limit: 3, words, holds: true, created_at: at }
const told = { id: 'f', alert: 'a', item: 'copper_ore', words: 'Sellers ask 2 gold', at, dismissed: true }

test('rules are listed with what they have told, and deleted', async () => {
  const calls = serve({
    'GET /api/v1/exchange/alerts': { data: [rule], firings: [told] },
    'DELETE /api/v1/exchange/alerts/a': [200, {}],
  })
  let opened = ''
  renderWithCache(<Alerts onOpen={(item) => (opened = item)} />)
  const list = within(await screen.findByRole('region', { name: 'Alerts' }))
  expect(await list.findByText('holds now')).toBeDefined()
  await userEvent.click(list.getByRole('button', { name: 'Sellers ask 2 gold' }))
  expect(opened).toBe('copper_ore')
  await userEvent.click(list.getByRole('button', { name: `Delete the alert: ${words}` }))
  expect(calls.map(({ route }) => route)).toContain('DELETE /api/v1/exchange/alerts/a')
})

test('without a rule the list says how to make one', async () => {
  serve({ 'GET /api/v1/exchange/alerts': { data: [], firings: [] } })
  renderWithCache(<Alerts onOpen={() => undefined} />)
  expect(await screen.findByText(/^There are none/)).toBeDefined()
})

test('a rule is made for the item that is open', async () => {
  const calls = serve({ 'POST /api/v1/exchange/alerts': [201, rule] })
  renderWithCache(<AlertForm quote={quote()} />)
  const form = within(screen.getByRole('form', { name: 'Tell me when' }))
  const limit = form.getByRole('spinbutton', { name: 'Limit in gold' })
  await userEvent.clear(limit)
  await userEvent.type(limit, '2.5')
  await userEvent.click(form.getByRole('button', { name: 'Watch' }))
  expect(await form.findByText(/^It is watched/)).toBeDefined()
  await userEvent.selectOptions(form.getByRole('combobox'), 'an order of mine is filled')
  await userEvent.click(form.getByRole('button', { name: 'Watch' }))
  await form.findByText(/^It is watched/)
  expect(calls.map(({ body }) => body)).toEqual([
    { when: 'ask_below', item: 'copper_ore', limit: 2.5 },
    { when: 'order_filled', item: 'copper_ore' },
  ])
})

test('what the server has against a rule is said beside it', async () => {
  const message = '`limit`: it must be a number above 0'
  serve({ 'POST /api/v1/exchange/alerts': [422, { error: { code: 'invalid', message } }] })
  renderWithCache(<AlertForm quote={quote()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Watch' }))
  expect((await screen.findByRole('alert')).textContent).toContain(message)
})
