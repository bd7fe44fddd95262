import { expect, test } from '@playwright/test'

test('a workflow from a template is forecast, started, watched, played by hand, handed back and stopped', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.goto('/automations')
  await page.getByRole('button', { name: /^Use “Turn and turn about”/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Character', { exact: true }).selectOption({ index: 2 })
  const name = (await dialog.getByLabel('Character', { exact: true }).inputValue()) ?? ''

  const first = dialog.getByRole('listitem', { name: 'Step 1' })
  await expect(first.getByLabel('Strategy')).toHaveValue('gathering')
  await first.getByRole('combobox', { name: 'Condition 1' }).selectOption('Loops')
  await first.getByLabel('At least').fill('1')
  await dialog.getByRole('button', { name: 'Forecast' }).click()
  await expect(dialog.getByRole('region', { name: 'Forecast' })).toContainText('Requests', {
    timeout: 50_000,
  })
  await dialog.getByRole('button', { name: 'Start workflow' }).click()
  await expect(dialog).toBeHidden()

  const automation = page.getByRole('region', { name: `Automation of ${name}` })
  await expect(automation).toContainText('Workflow')
  await expect(automation).toContainText('Running')

  // The card's comes first; past runs have one, too.
  await page.getByRole('link', { name, exact: true }).first().click()
  const log = page.getByRole('list', { name: 'Log' })
  // Only the program itself plays by the steps; the mock has no planner.
  if (process.env.BASE_URL) {
    await expect(log).toContainText('step 1 of 2', { timeout: 40_000 })
    await expect(log).toContainText('step 2 of 2', { timeout: 50_000 })
    const outcome = page.getByRole('table', { name: /^Forecast and outcome/ })
    await expect(outcome).toContainText('so far', { timeout: 50_000 })
  }

  const hand = page.getByRole('region', { name: 'By hand', exact: true })
  await hand.getByRole('button', { name: 'Rest', exact: true }).click()
  await hand.getByRole('form').getByRole('button', { name: 'Rest' }).click()
  const banner = page.getByRole('region', { name: 'Played by hand' })
  await expect(banner).toBeVisible()
  await expect(automation).toContainText('Taken over')
  const orders = hand.getByRole('list', { name: 'Orders' }).getByRole('listitem')
  await expect(orders.first()).toContainText('Done', { timeout: 40_000 })
  await banner.getByRole('button', { name: 'Hand back' }).click()
  await expect(banner).toBeHidden()
  await expect(automation).toContainText('Running')

  await page.getByRole('button', { name: `Stop the automation of ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Bank, then stop' }).click()
  await expect(automation).toContainText('Stopped', { timeout: 50_000 })
})

test('an automation is saved under a name, changed and deleted', async ({ page }) => {
  const name = `Ash for ${test.info().workerIndex}-${Date.now()}`
  await page.goto('/automations')
  await page.getByRole('button', { name: 'New automation' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('radio', { name: /^Gathering/ }).check()
  await dialog.getByLabel('Resource', { exact: true }).fill('ash_tree')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name })).toBeVisible()

  await page.getByRole('button', { name: `Change “${name}”` }).click()
  await expect(dialog.getByLabel('Resource', { exact: true })).toHaveValue('ash_tree')
  await dialog.getByLabel('Loops').fill('5')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'Yours' })).toContainText('loops 5')

  await page.getByRole('button', { name: `Delete “${name}”` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name })).toBeHidden()
})
