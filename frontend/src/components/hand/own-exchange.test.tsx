import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Character } from '@/api/characters'
import { character, season } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { OwnExchange } from './own-exchange'

const ORDERS = '/api/v1/characters/Ana/orders'
const at = '2026-01-05T10:00:00Z'
const offer = { id: 'order-1', kind: 'sell', code: 'copper_ore', quantity: 40, price: 3, created_at: at }
const waiting = {
  id: 'waiting-1',
  description: 'Amateur Miner',
  gold: 1000,
  items: [{ code: 'egg', quantity: 2 }],
  created_at: at,
}
const exchange = { as_of: at, orders: [offer], waiting: [waiting] }
const market = {
  map_id: 9,
  name: 'Market',
  layer: 'overworld',
  x: 5,
  y: 1,
  content: 'grand_exchange',
  code: 'grand_exchange',
  leads_to: null,
}

function draw(change: Partial<Character> = {}, told: unknown = exchange) {
  const calls = serve({ 'GET /api/v1/characters/Ana/exchange': told, [`POST ${ORDERS}`]: [202, {}] })
  renderWithCache(<OwnExchange character={character(change)} season={season({ places: [market] })} />)
  return {
    asked: () => calls.filter(({ route }) => route.startsWith('GET')).length,
    sent: () => calls.filter(({ route }) => route === `POST ${ORDERS}`).map(({ body }) => body),
  }
}

const open = () => userEvent.click(screen.getByText('On the Grand Exchange, and waiting to be claimed'))
const list = async (name: string) => within(await screen.findByRole('list', { name }))

test('is read when somebody looks, and not before', async () => {
  const { asked } = draw()
  expect(asked()).toBe(0)
  await open()
  expect((await list('Own orders')).getByText('sell 40 copper ore for 3 gold each')).toBeDefined()
  const claims = await list('Waiting to be claimed')
  expect(claims.getByText('Amateur Miner: 1,000 gold, 2 egg')).toBeDefined()
})

test('an order is cancelled after a yes, and after a walk to the exchange', async () => {
  const { sent } = draw()
  await open()
  await userEvent.click((await list('Own orders')).getByRole('button', { name: /^Cancel/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Go there and cancel it' }))
  await waitFor(() =>
    expect(sent()).toEqual([
      { type: 'travel', map_id: 9 },
      { type: 'ge_cancel', id: 'order-1' },
    ]),
  )
})

test('whoever stands there cancels without a walk', async () => {
  const { sent } = draw({ position: { layer: 'overworld', x: 5, y: 1, map_name: 'Market' } })
  await open()
  await userEvent.click((await list('Own orders')).getByRole('button', { name: /^Cancel/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Cancel it' }))
  await waitFor(() => expect(sent()).toEqual([{ type: 'ge_cancel', id: 'order-1' }]))
})

test('what waits is claimed with one button', async () => {
  const { sent } = draw()
  await open()
  await userEvent.click((await list('Waiting to be claimed')).getByRole('button', { name: /^Claim/ }))
  await waitFor(() => expect(sent()).toEqual([{ type: 'claim_item', id: 'waiting-1' }]))
})

test('what is ordered already cannot be ordered again', async () => {
  const action = { type: 'claim_item', id: 'waiting-1' }
  const order = { id: 'o', action, words: 'claim', state: 'queued' as const, outcome: null }
  draw({ manual: { since: at, hand_back_at: null, orders: [order] } })
  await open()
  const claims = await list('Waiting to be claimed')
  expect(claims.getByText('Ordered')).toBeDefined()
  expect(claims.queryByRole('button')).toBeNull()
})

test('says so when there is nothing', async () => {
  draw({}, { as_of: at, orders: [], waiting: [] })
  await open()
  expect(await screen.findByText('The account has no order on the Grand Exchange.')).toBeDefined()
  expect(screen.getByText('Nothing waits for the account.')).toBeDefined()
})

test('says so when the game does not tell', async () => {
  draw({}, [503, { error: { code: 'not_read_yet', message: 'Ask again in a minute.' } }])
  await open()
  expect((await screen.findByRole('alert')).textContent).toBe('Ask again in a minute.')
})
