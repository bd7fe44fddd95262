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
