import AxeBuilder from '@axe-core/playwright'
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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong in the ${colorScheme} theme, and nothing is wider than a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto('/events')
    await expect(page.getByRole('region', { name: 'What may come' })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
}
