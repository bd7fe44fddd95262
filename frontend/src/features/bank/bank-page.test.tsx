import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { BankItemView, BankView } from '@/api/schema'
import { status, view } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { BankPage } from './bank-page'
import { type BankSearch, readSearch } from './search'

const bar: BankItemView = {
  code: 'copper_bar',
  quantity: 48,
  reserved: [
    { character: 'Ana', goal_id: null, quantity: 12, why: 'Crafting 2 copper_dagger' },
    { character: null, goal_id: 'goal-1', quantity: 30, why: '5 iron_sword in the bank by everyone' },
  ],
}
const wood: BankItemView = { code: 'ash_wood', quantity: 212, reserved: [] }
const bank: BankView = { gold: 5000, slots: 50, next_expansion_cost: 7000, items: [wood, bar] }

function Page({ at }: { at: BankSearch }) {
  const [search, setSearch] = useState(at)
  return <BankPage search={search} onSearch={setSearch} />
}

function open(answer: unknown, search: BankSearch = {}, characters = [view()]) {
  const calls = serve({
    'GET /api/v1/bank/demo': answer,
    'GET /api/v1/bank/other': { ...bank, items: [] },
    'GET /api/v1/characters': { data: characters },
    'GET /api/v1/status': status(),
  })
  renderWithCache(<Page at={search} />)
  return calls
}

const items = async () => within(await screen.findByRole('region', { name: 'Items' }))

test('shows that it loads, and then what lies there', async () => {
  open(bank)
  expect(screen.getByRole('status', { name: 'Loading the bank' })).toBeDefined()
  expect((await items()).getByText('Ash wood')).toBeDefined()
  expect(screen.getByText('2 of 50 in use')).toBeDefined()
  expect(screen.getByText(/7,000 gold/).textContent).toBe('7,000 gold, 2,000 more than there is')
})

test('says what is wrong when nothing can be loaded, and tries again when asked', async () => {
  open([503, { error: { code: 'unread', message: 'nobody has looked into the bank of demo yet' } }])
  expect((await screen.findByRole('alert')).textContent).toBe('nobody has looked into the bank of demo yet')
  serve({ 'GET /api/v1/bank/demo': bank })
  screen.getByRole('button', { name: 'Try again' }).click()
  expect((await items()).getByText('Ash wood')).toBeDefined()
})

test('says that no account is played', async () => {
  open(bank, {}, [])
  expect(await screen.findByText('No account is played')).toBeDefined()
})

test('a bank with nothing in it says so', async () => {
  open({ ...bank, items: [] })
  expect((await items()).getByText('Nothing lies there yet.')).toBeDefined()
})

test('says for whom how much is reserved, and why', async () => {
  open(bank)
  const reserved = within((await items()).getByRole('list', { name: 'Reservations of copper bar' }))
  const lines = reserved.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines).toEqual([
    '12 for Ana: Crafting 2 copper_dagger',
    '30 for the goal 5 iron sword in the bank by everyone',
  ])
  expect((await items()).getByText('· 6 free')).toBeDefined()
})

test('an item is found by its name, or because it is reserved', async () => {
  open(bank)
  const found = async () =>
    (await items()).queryAllByText(/^(Ash wood|Copper bar)$/).map((e) => e.textContent)
  await items()
  await userEvent.type(screen.getByRole('searchbox', { name: 'Item' }), 'Ash w')
  expect(await found()).toEqual(['Ash wood'])
  await userEvent.click(screen.getByRole('checkbox', { name: 'Only what is reserved' }))
  expect((await items()).getByText('Nothing in the bank is like that.')).toBeDefined()
  await userEvent.clear(screen.getByRole('searchbox', { name: 'Item' }))
  expect(await found()).toEqual(['Copper bar'])
})

test('of several accounts, one is chosen', async () => {
  const calls = open(bank, {}, [view(), view({ name: 'Zoe', account: 'other' })])
  await items()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Account' }), 'other')
  expect(await screen.findByText('Nothing lies there yet.')).toBeDefined()
  expect(calls.map(({ route }) => route)).toContain('GET /api/v1/bank/other')
})

test('an address that makes no sense is read as one that says nothing', () => {
  expect(readSearch({ account: 7, find: '', reserved: 'yes' })).toEqual({})
  expect(readSearch({ account: 'demo', reserved: true })).toEqual({ account: 'demo', reserved: true })
})
