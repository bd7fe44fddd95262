import { expect, test } from '@playwright/test'
import { order } from './shared'

test('an order is placed, stands among those of the account, and is cancelled', async ({ page, request }) => {
  test.skip(!process.env.BASE_URL, 'only the program itself plays; the mock has no exchange')
  test.setTimeout(180_000)
  const { data: characters } = await (await request.get('/api/v1/characters')).json()
  const { name } = characters[2]
  const season = await (await request.get('/api/v1/season')).json()
  const rocks = season.places.find(({ code }: { code: string }) => code === 'copper_rocks').map_id
  await order(request, name, { type: 'travel', map_id: rocks })
  await order(request, name, { type: 'gathering' })

  await page.goto('/')
  await page.getByRole('link', { name: 'Exchange', exact: true }).click()
  await expect(page).toHaveTitle('Exchange · Callboard')
  await page.goto('/exchange?item=copper_ore')
  const form = page.getByRole('form', { name: 'Place an order' })
  await form.getByRole('combobox', { name: 'By' }).selectOption(name)
  await form.getByRole('spinbutton', { name: 'Gold each' }).fill('5000')
  const place = form.getByRole('button', { name: 'Place it' })
  await expect(place).toBeEnabled({ timeout: 90_000 })
  await place.click()

  const own = page.getByRole('region', { name: /^Orders of/ }).first()
  const line = own.getByRole('listitem').filter({ hasText: 'Sell 1 copper ore for 5,000 gold each' })
  await expect(line).toBeVisible({ timeout: 90_000 })
  await line.getByRole('button', { name: /^Cancel/ }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /cancel it$/i })
    .click()
  await expect(line).toBeHidden({ timeout: 90_000 })
})
