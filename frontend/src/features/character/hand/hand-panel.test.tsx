import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Character } from '@/api/characters'
import { character, season } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { HandPanel } from './hand-panel'
import { ManualBanner } from './manual-banner'

const ORDERS = '/api/v1/characters/Ana/orders'
const bank = {
  gold: 900,
  slots: 50,
  next_expansion_cost: 3500,
  items: [{ code: 'egg', quantity: 7, reserved: [] }],
}
const order = { id: 'o', action: {}, words: 'craft 3 × copper_bar', state: 'queued' as const, outcome: null }
const manual = { since: '2026-01-05T10:00:00Z', hand_back_at: '2026-01-05T10:10:00Z', orders: [order] }

function draw(change: Partial<Character> = {}, routes: Record<string, unknown> = {}) {
  const calls = serve({ [`POST ${ORDERS}`]: [202, order], [`DELETE ${ORDERS}`]: { data: [] }, ...routes })
  const ana = character(change)
  const bea = character({ name: 'Bea' })
  const details = { map_id: 1, stats: {}, bank }
  renderWithCache(
    <>
      <ManualBanner character={ana} />
      <HandPanel character={ana} others={[bea]} details={details} season={season()} error={null} />
    </>,
  )
  return {
    sent: () => calls.filter(({ route }) => route === `POST ${ORDERS}`).map(({ body }) => body),
    calls,
  }
}

const standing = (x: number, y: number) => ({ position: { layer: 'overworld', x, y, map_name: 'Somewhere' } })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const form = (name: string) => within(screen.getByRole('form', { name }))

test('offers first what makes sense on the tile', () => {
  draw()
  const here = within(screen.getByRole('group', { name: 'Here: copper rocks' }))
  expect(here.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Gather'])
  expect(screen.queryByRole('button', { name: 'Craft' })).toBeNull()
  expect(screen.getByRole('option', { name: 'Craft' })).toBeDefined()
})

test('an action without fields is ordered with its button', async () => {
  const { sent } = draw()
  await press('Gather')
  await userEvent.click(form('Gather').getByRole('button', { name: 'Gather' }))
  await waitFor(() => expect(sent()).toEqual([{ type: 'gathering' }]))
})

test('goes to a place that is chosen by what is there', async () => {
  const { sent } = draw()
  await press('Go to')
  await userEvent.selectOptions(form('Go to').getByLabelText('Place'), 'Mining, workshop (0, 2)')
  await userEvent.click(form('Go to').getByRole('button', { name: 'Go to' }))
  await waitFor(() => expect(sent()).toEqual([{ type: 'travel', map_id: 3 }]))
})

test('deposits all of an item unless told otherwise, and withdraws one', async () => {
  const { sent } = draw(standing(0, 1))
  await press('Deposit items')
  await userEvent.click(form('Deposit items').getByRole('button', { name: 'Deposit items' }))
  await press('Withdraw items')
  await userEvent.click(form('Withdraw items').getByRole('button', { name: 'Withdraw items' }))
  await waitFor(() =>
    expect(sent()).toEqual([
      { type: 'deposit_item', items: [{ code: 'copper_ore', quantity: 34 }] },
      { type: 'withdraw_item', items: [{ code: 'egg', quantity: 1 }] },
    ]),
  )
})

test('puts on what can be worn, in a slot of its kind', async () => {
  const items = ['copper_ore', 'copper_ring'].map((code) => ({ code, quantity: 2 }))
  const { sent } = draw({ inventory: { items, total: 4, max_items: 100, slots_used: 2, slots: 20 } })
  await press('Put on')
  const on = form('Put on')
  expect(within(on.getByLabelText('Item')).getAllByRole('option')).toHaveLength(1)
  await userEvent.selectOptions(on.getByLabelText('Slot'), 'Ring 2')
  await userEvent.click(on.getByRole('button', { name: 'Put on' }))
  const worn = { code: 'copper_ring', slot: 'ring2', quantity: 1 }
  await waitFor(() => expect(sent()).toEqual([{ type: 'equip', items: [worn] }]))
})

test('what destroys something is asked about again', async () => {
  const { sent } = draw()
  await userEvent.selectOptions(screen.getByLabelText('Something else'), 'Delete items')
  const remove = form('Delete items')
  await userEvent.click(remove.getByRole('button', { name: 'All 34' }))
  await userEvent.click(remove.getByRole('button', { name: 'Delete items' }))
  const question = within(await screen.findByRole('alertdialog'))
  expect(question.getByText('The items are gone for good.')).toBeDefined()
  expect(sent()).toEqual([])
  await userEvent.click(question.getByRole('button', { name: 'Delete items' }))
  await waitFor(() => expect(sent()).toEqual([{ type: 'delete_item', code: 'copper_ore', quantity: 34 }]))
})

test.each(['', '0', '1.5'])('does not order with a quantity of "%s"', async (quantity) => {
  const { sent } = draw()
  await userEvent.selectOptions(screen.getByLabelText('Something else'), 'Craft')
  const craft = form('Craft')
  expect(craft.getByLabelText('Item').textContent).toBe('Here is no workshop.')
  await userEvent.selectOptions(screen.getByLabelText('Something else'), 'Delete items')
  await userEvent.clear(form('Delete items').getByLabelText('Quantity'))
  if (quantity) await userEvent.type(form('Delete items').getByLabelText('Quantity'), quantity)
  await userEvent.click(form('Delete items').getByRole('button', { name: 'Delete items' }))
  expect((await screen.findByRole('alert')).textContent).toContain('must be a whole number from 1 on')
  expect(sent()).toEqual([])
})

test('says why an order was not taken', async () => {
  const error = { code: 'too_many_orders', message: '20 orders wait.' }
  draw({}, { [`POST ${ORDERS}`]: [409, { error }] })
  await press('Rest')
  await userEvent.click(form('Rest').getByRole('button', { name: 'Rest' }))
  expect((await screen.findByRole('alert')).textContent).toBe('20 orders wait.')
})

test('tells the orders with what came of them, and withdraws what is queued', async () => {
  const done = { ...order, id: 'd', words: 'rest', state: 'refused' as const, outcome: 'the hp is full' }
  const { calls } = draw({ manual: { ...manual, orders: [done, order] } })
  const rows = within(screen.getByRole('list', { name: 'Orders' })).getAllByRole('listitem')
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'craft 3 × copper barQueued',
    'restthe hp is fullRefused',
  ])
  await press('Withdraw what is queued')
  await waitFor(() => expect(calls.map(({ route }) => route)).toContain(`DELETE ${ORDERS}`))
})

test('a banner says since when it is by hand, until when, and hands back', async () => {
  const handBack = 'POST /api/v1/characters/Ana/hand-back'
  const { calls } = draw({ manual }, { [handBack]: [200, {}] })
  const banner = screen.getByRole('region', { name: 'Played by hand' })
  expect(banner.textContent).toMatch(
    /^By hand since \d\d:\d\d\. Ana goes back to its automation at \d\d:\d\d/,
  )
  await press('Hand back')
  await waitFor(() => expect(calls.map(({ route }) => route)).toContain(handBack))
})
