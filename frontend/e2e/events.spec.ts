import { expect, test } from '@playwright/test'

test('the page of events is reached by the navigation and tells what may come, and how that is heard', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Events' }).click()
  await expect(page).toHaveTitle('Events · Callboard')
  const season = page.getByRole('region', { name: 'What may come' })
  await expect(season.getByRole('listitem')).not.toHaveCount(0)
  const hearing = page.getByRole('list', { name: 'How the accounts hear of events' })
  await expect(hearing).toContainText(/Told at once|Asked every few minutes/)
})

test('the calendar tells when raids open, and a goal for one is one click away', async ({ page }) => {
  await page.goto('/events')
  const coming = page.getByRole('region', { name: 'Coming raids' })
  await expect(coming.getByRole('listitem')).not.toHaveCount(0)
  const raids = page.getByRole('region', { name: 'Raids', exact: true })
  await expect(raids.getByRole('button', { name: 'Go for it' })).not.toHaveCount(0)
})
