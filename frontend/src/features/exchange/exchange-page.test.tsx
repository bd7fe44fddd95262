import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { ManualView, OpportunityView, PriceHourView, QuoteView } from '@/api/schema'
import { quote, season, status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { ExchangePage } from './exchange-page'
import { type ExchangeSearch, readSearch } from './search'

const at = '2026-01-05T10:00:00Z'
const bar = quote({ code: 'copper_bar', fair: 23.78, bid: null, ask: 25, spread: null, gold_per_day: 8000 })
const place = { name: 'City', layer: 'overworld', x: 5, y: 1, leads_to: null }
const exchange = { ...place, map_id: 9, content: 'grand_exchange', code: 'grand_exchange' }

interface World {
  quotes?: QuoteView[]
  as_of?: string | null
  hours?: PriceHourView[]
  opportunities?: OpportunityView[]
  manual?: ManualView
}

function Page({ at }: { at: ExchangeSearch }) {
  const [search, setSearch] = useState(at)
  return <ExchangePage search={search} onSearch={setSearch} />
}

function open(search: ExchangeSearch = {}, world: World = {}) {
  const { quotes = [quote(), bar], as_of = at, hours = [], opportunities = [], manual = null } = world
  const order = { kind: 'sell', quantity: 40, price: 3, created_at: at }
  const orders = [
    { ...order, id: 'a', own: null },
    { ...order, id: 'b', own: 'demo', price: 4 },
  ]
  const calls = serve({
    'GET /api/v1/exchange': { as_of, is_told: true, data: quotes, next_cursor: null },
    'GET /api/v1/exchange/copper_ore': { quote: quote(), orders, hours },
    'GET /api/v1/exchange/copper_ring': { quote: quote({ code: 'copper_ring' }), orders: [], hours: [] },
    'GET /api/v1/exchange/opportunities': { data: opportunities },
    'GET /api/v1/exchange/alerts': { data: [], firings: [] },
    'GET /api/v1/season': season({ places: [exchange] }),
    'GET /api/v1/characters': { data: [view({ gold: 50, manual })] },
    'GET /api/v1/characters/Ana/exchange': { as_of: at, orders: [], waiting: [] },
    'POST /api/v1/characters/Ana/orders': [202, {}],
    'GET /api/v1/status': status(),
  })
  renderWithCache(<Page at={search} />)
  return calls
}

const region = async (name: string) => within(await screen.findByRole('region', { name }))
const names = (rows: HTMLElement[]) => rows.map((row) => within(row).getByRole('button').textContent)

test('shows that it loads, and then what everything goes for', async () => {
  open()
  expect(screen.getByRole('status', { name: 'Loading the exchange' })).toBeDefined()
  const prices = await region('Prices')
  expect(names(prices.getAllByRole('rowheader'))).toEqual(['Copper bar', 'Copper ore'])
  const [row] = prices.getAllByRole('row').filter(({ textContent }) => textContent?.startsWith('Copper bar'))
  expect(row?.textContent).toBe('Copper bar120 a day, spread –23.78–25–1208,000')
})

test('says what is wrong when nothing can be loaded, and tries again when asked', async () => {
  serve({ 'GET /api/v1/exchange': [503, { error: { code: 'unread', message: 'not told its season yet' } }] })
  renderWithCache(<Page at={{}} />)
  expect((await screen.findByRole('alert')).textContent).toBe('not told its season yet')
  serve({ 'GET /api/v1/exchange': { as_of: null, is_told: false, data: [], next_cursor: null } })
  screen.getByRole('button', { name: 'Try again' }).click()
  expect(await screen.findByText('Nothing is known of any item yet.')).toBeDefined()
  expect(screen.getByText(/have not been read yet/)).toBeDefined()
})

test('an item that nobody trades is found too, and opens', async () => {
  open({ find: 'ring' })
  const prices = await region('Prices')
  expect(await prices.findByText('Nothing is known of orders for these:')).toBeDefined()
  await userEvent.click(prices.getByRole('button', { name: 'Copper ring' }))
  expect(await screen.findByRole('region', { name: 'Copper ring' })).toBeDefined()
})

test('items are found by their names, and sorted by what is asked for', async () => {
  open()
  const prices = await region('Prices')
  await userEvent.click(prices.getByRole('button', { name: 'Item' }))
  expect(names(prices.getAllByRole('rowheader'))).toEqual(['Copper bar', 'Copper ore'])
  await userEvent.click(prices.getByRole('button', { name: 'Bid' }))
  expect(names(prices.getAllByRole('rowheader'))).toEqual(['Copper ore', 'Copper bar'])
  await userEvent.type(prices.getByRole('searchbox', { name: 'Item' }), 'copper b')
  expect(names((await region('Prices')).getAllByRole('rowheader'))).toEqual(['Copper bar'])
})

test('an item opens to its value, its orders with those of ones own, and its week', async () => {
  const hour = { bid: 2, ask: 3, fair: 2.4, paid: 2.2, pieces: 12 }
  open(
    {},
    {
      hours: [
        { ...hour, hour: at },
        { ...hour, hour: '2026-01-05T11:00:00Z', fair: 2.6 },
      ],
    },
  )
  await userEvent.click((await region('Prices')).getByRole('button', { name: 'Copper ore' }))
  const item = await region('Copper ore')
  expect(await item.findByText('2.35 gold')).toBeDefined()
  expect(item.getByText('Sales of the last seven days, 900 pieces.')).toBeDefined()
  expect(item.getByRole('img').getAttribute('aria-label')).toMatch(/between 2.2 and 2.6 gold$/)
  expect(within(item.getByRole('region', { name: 'Sellers ask' })).getByText('yours')).toBeDefined()
  expect(item.getByText('Nobody asks for any.')).toBeDefined()
})

test('an order is placed by a character that goes there first', async () => {
  const calls = open({ item: 'copper_ore' })
  const form = within(await screen.findByRole('form', { name: 'Place an order' }))
  const pieces = form.getByRole('spinbutton', { name: 'Pieces' })
  await userEvent.type(pieces, '{Backspace}99')
  expect(form.getByText(/^Ana carries \d+ copper ore\.$/)).toBeDefined()
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'Order to' }), 'buy')
  await userEvent.type(pieces, '{Backspace}{Backspace}5')
  await userEvent.click(form.getByRole('button', { name: 'Place it' }))
  expect(await form.findByText(/^Ana has been told/)).toBeDefined()
  const told = calls.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body)
  const order = { type: 'ge_create_buy_order', code: 'copper_ore', quantity: 5, price: 2 }
  expect(told).toEqual([{ type: 'travel', map_id: 9 }, order])
})

test('an order that the game refuses is said to be, where it was given', async () => {
  const told = (type: string, state: 'refused' | 'withdrawn', outcome: string | null) => {
    return { id: type, action: { type }, words: type, state, outcome }
  }
  const orders = [
    told('travel', 'refused', 'Blocked by a wall'),
    told('ge_create_buy_order', 'withdrawn', null),
  ]
  open({ item: 'copper_ore' }, { manual: { since: at, hand_back_at: null, orders } })
  const form = within(await screen.findByRole('form', { name: 'Place an order' }))
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'Order to' }), 'buy')
  await userEvent.click(form.getByRole('button', { name: 'Place it' }))
  expect((await form.findByRole('alert')).textContent).toBe('The order was not placed. Blocked by a wall.')
})

test('before the open orders are read, opportunities are not said to be none', async () => {
  open({}, { as_of: null })
  const list = await region('Opportunities')
  expect(list.getByText('They show when the open orders have been read.')).toBeDefined()
})

test('opportunities say what to do, and open their item', async () => {
  const words = 'Buy 14 copper_ore and sell them to the cook'
  const one = { code: 'copper_ore', kind: 'to_merchant', gold_each: 2, pieces: 14, gold: 28, words }
  open({}, { opportunities: [one] })
  const list = await region('Opportunities')
  expect(await list.findByText('Buy 14 copper ore and sell them to the cook.')).toBeDefined()
  await userEvent.click(list.getByRole('button', { name: 'Show Copper ore' }))
  expect(await region('Copper ore')).toBeDefined()
})

test('an address that makes no sense is read as one that says nothing', () => {
  expect(readSearch({ item: 7, find: '', sort: 'colour' })).toEqual({})
  expect(readSearch({ item: 'egg', sort: 'fair' })).toEqual({ item: 'egg', sort: 'fair' })
})
