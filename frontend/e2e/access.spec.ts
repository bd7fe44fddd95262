/// What everybody needs to be able to use the page: contrast, names, keyboard, narrow and wide screens.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong in the ${colorScheme} theme, nor in the dialog`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/')
    await expect(page.getByRole('article').first()).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page
      .getByRole('button', { name: /^(Change|Start)/ })
      .first()
      .click()
    await expect(page.getByLabel(/Configuration/)).toBeVisible()
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
  })
}

/** Pages that the navigation leads to, each with a region that is there once it has loaded. */
const PAGES: Record<string, string> = {
  Automations: 'Templates',
  Bank: 'Items',
  Events: 'What may come',
  Exchange: 'Prices',
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const name of [...Object.keys(PAGES), 'a character']) {
    test(`axe finds nothing wrong on the page of ${name} in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, name)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    })
  }
}

test('a keyboard reaches the content, the buttons and the dialog, and comes back', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('article').first().getByRole('link')).toBeFocused()
  await page.keyboard.press('Tab')
  const first = page.getByRole('article').first().getByRole('button').first()
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
})

for (const name of ['the overview', ...Object.keys(PAGES), 'a character']) {
  test(`nothing on the page of ${name} is wider than the screen, from a phone to a wide one`, async ({
    page,
  }) => {
    await open(page, name)
    for (const width of [360, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      const [content, screen] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return [scrollWidth, clientWidth]
      })
      expect(content, `at ${width} px`).toBeLessThanOrEqual(screen ?? 0)
    }
  })
}

/** Opens a page as a reader does: from the overview. */
async function open(page: Page, name: string) {
  await page.goto('/')
  const first = page.getByRole('article').first()
  await expect(first).toBeVisible()
  const region = PAGES[name]
  if (region) {
    await page.getByRole('link', { name, exact: true }).filter({ visible: true }).click()
    await expect(page.getByRole('region', { name: region })).toBeVisible()
  }
  if (name === 'a character') {
    await first.getByRole('link').first().click()
    await expect(page.getByRole('list', { name: 'Log' }).getByRole('listitem').first()).toBeVisible()
  }
}
