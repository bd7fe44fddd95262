import { expect, test } from '@playwright/test'
import { order } from './shared'

test('a reservation appears in the bank as soon as somebody counts on what lies there', async ({
  page,
  request,
}) => {
  test.skip(!process.env.BASE_URL, 'only the program itself plays; the mock has no planner')
  test.setTimeout(150_000)
  const { data: characters } = await (await request.get('/api/v1/characters')).json()
  const { name } = characters[1]
  const season = await (await request.get('/api/v1/season')).json()
  const at = (wanted: string) => season.places.find(({ code }: { code: string }) => code === wanted).map_id
  const ore = { code: 'copper_ore', quantity: 1 }
  await order(request, name, { type: 'travel', map_id: at('copper_rocks') })
  await order(request, name, { type: 'gathering' })
  await order(request, name, { type: 'travel', map_id: at('bank') })
  await order(request, name, { type: 'deposit_item', items: [ore] })

  await page.goto('/')
  await page.getByRole('link', { name: 'Bank', exact: true }).click()
  await expect(page).toHaveTitle('Bank · Callboard')
  await page.getByRole('searchbox', { name: 'Item' }).fill('copper ore')
  const items = page.getByRole('region', { name: 'Items' })
  await expect(items).toContainText('Copper ore', { timeout: 90_000 })

  const config = { item: 'copper_bar' }
  const start = await request.post(`/api/v1/characters/${name}/automation`, {
    data: { strategy: 'crafting', config },
  })
  expect(start.ok()).toBe(true)
  await page.getByRole('checkbox', { name: 'Only what is reserved' }).check()
  await expect(items.getByRole('list', { name: 'Reservations of copper ore' })).toContainText('for')
})
