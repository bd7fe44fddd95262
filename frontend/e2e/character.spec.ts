import { expect, test } from '@playwright/test'

// One after the other: all play the same character.
test.describe.configure({ mode: 'default' })
test.beforeEach(async ({ page }) => {
  await page.goto('/')
  const link = page.getByRole('article').nth(3).getByRole('link')
  const name = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('the log grows by itself, and a line opens to its reason', async ({ page }) => {
  const lines = page.getByRole('list', { name: 'Log' }).getByRole('listitem')
  const newest = () => lines.first().locator('time').getAttribute('datetime')
  const before = await newest()
  await expect.poll(newest, { timeout: 40_000 }).not.toBe(before)
  // The first line is another one as soon as something is done.
  const line = lines.filter({ has: page.locator(`time[datetime="${await newest()}"]`) })
  await line.locator('summary').click()
  await expect(line.getByText('Why:')).toBeVisible()
})

test('the sheet shows every skill and slot, and the bank', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Skills' }).getByRole('listitem')).toHaveCount(8)
  await expect(page.getByRole('region', { name: 'Equipment' }).getByRole('definition')).toHaveCount(16)
  await page.getByRole('region', { name: 'Bag' }).getByText('Bank').click()
  await expect(page.getByRole('region', { name: 'Bag' }).getByText(/slots$/)).toBeVisible()
})

test('a character is taken over by hand, does what is ordered, and goes back', async ({ page }) => {
  const panel = page.getByRole('region', { name: 'By hand', exact: true })
  const orders = panel.getByRole('list', { name: 'Orders' }).getByRole('listitem')
  const automation = page.getByRole('region', { name: /^Automation of/ })
  const banner = page.getByRole('region', { name: 'Played by hand' })

  await panel.getByRole('button', { name: 'Rest', exact: true }).click()
  await panel.getByRole('form').getByRole('button', { name: 'Rest' }).click()
  await expect(banner).toContainText('By hand since')
  await expect(automation).toContainText('Taken over')
  await expect(orders.first()).toContainText('Done', { timeout: 40_000 })
  await expect(banner).toContainText(/automation at \d\d:\d\d/)

  await panel.getByRole('button', { name: 'Go to' }).click()
  await panel.getByLabel('Place').selectOption({ index: 1 })
  await panel.getByRole('form').getByRole('button', { name: 'Go to' }).click()
  await expect(orders).toHaveCount(2)
  await banner.getByRole('button', { name: 'Hand back' }).click()
  await expect(banner).toBeHidden()
  await expect(automation).toContainText('Running')
})

test('the time of the last day adds up, and opens hour by hour', async ({ page }) => {
  const time = page.getByRole('region', { name: 'Time' })
  await expect(time.getByRole('rowheader', { name: 'Acting' })).toBeVisible()
  await time.locator('summary').click()
  await expect(
    time
      .getByRole('table', { name: /^Hour by hour/ })
      .getByRole('row')
      .nth(1),
  ).toBeVisible()
})
