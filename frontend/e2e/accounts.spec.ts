/// The page of the accounts: one is added, and removed again. It needs the mock, which takes any token.
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

test.skip(Boolean(process.env.BASE_URL), 'a real game takes no made-up token')

test('an account is added and removed, and nothing stands in the way of anybody', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Accounts' }).first().click()
  await page.getByLabel('Token', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('alert')).toContainText('rejects')
  await page.getByLabel('Token', { exact: true }).fill('a-token')
  await page.getByRole('button', { name: 'Add' }).click()
  const status = page.getByText(/is played from now on/)
  await expect(status).toBeVisible()
  const name = (await status.textContent())?.split(' ')[0] ?? ''
  await expect(page.getByRole('article', { name })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `at ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByRole('article', { name })).toHaveCount(0)
})
