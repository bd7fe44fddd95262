import { expect, type Page, test } from '@playwright/test'

const card = (page: Page, index: number) =>
  page.getByRole('region', { name: 'Characters', exact: true }).getByRole('article').nth(index)

// One after the other: both steer the same character.
test.describe.configure({ mode: 'default' })
test.beforeEach(({ page }) => page.goto('/'))

test('an automation is stopped, and another started through the dialog', async ({ page }) => {
  test.setTimeout(120_000)
  const last = card(page, 4)
  await last.getByRole('button', { name: /^Stop the automation/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop now' }).click()
  const start = last.getByRole('button', { name: /^Start an automation/ })
  await expect(start).toBeVisible()
  await expect(start).toBeFocused()

  await start.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Combat/ }).check()
  await dialog.getByRole('button', { name: 'Forecast' }).click()
  await expect(dialog.getByRole('region', { name: 'Forecast' })).toContainText('Combat xp', {
    timeout: 60_000,
  })
  await dialog.getByRole('button', { name: /^Start combat/i }).click()
  await expect(dialog).toBeHidden()
  const automation = last.getByRole('region', { name: /^Automation of/ })
  await expect(automation).toContainText('Combat')
  await expect(automation).toContainText('Running')

  await last.getByRole('button', { name: /^Pause the automation/ }).click()
  await expect(automation).toContainText('Paused')
  await last.getByRole('button', { name: /^Resume the automation/ }).click()
  await expect(automation).toContainText('Running')
})

test('a configuration that the server refuses is explained in the dialog', async ({ page }) => {
  // Who fights begins with gathering's defaults; who gathers a skill would have to leave that out first.
  await card(page, 4)
    .getByRole('button', { name: /^(Change|Start)/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Gathering/ }).check()
  await dialog.getByLabel('Resource', { exact: true }).fill('coper_rocks')
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await dialog.getByRole('button', { name: /^Start / }).click()
  const response = await answer
  expect(response.status()).toBeGreaterThanOrEqual(400)
  const { error } = await response.json()
  expect(error.message).toContain('did you mean `copper_rocks`?')
  await expect(dialog.getByRole('alert')).toContainText('1 field above must be mended')
  await expect(dialog.getByText('did you mean copper_rocks?')).toBeVisible()
  await expect(dialog.getByLabel('Resource', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
