import { expect, type Page, test } from '@playwright/test'

const cards = (page: Page) =>
  page.getByRole('region', { name: 'Characters', exact: true }).getByRole('article')

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await expect(cards(page).first()).toBeVisible()
})

test('the overview shows five characters, live', async ({ page }) => {
  await expect(cards(page)).toHaveCount(5)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live')
  for (const card of await cards(page).all()) {
    await expect(card.getByRole('heading', { level: 3 })).not.toBeEmpty()
    await expect(card.getByRole('list', { name: 'Skills' }).getByRole('listitem')).not.toHaveCount(0)
  }
})

test('a card changes without a reload', async ({ page }) => {
  let navigations = 0
  page.on('framenavigated', () => navigations++)
  const actions = cards(page).getByRole('list', { name: 'Last actions' })
  const before = await actions.allInnerTexts()
  await expect.poll(() => actions.allInnerTexts(), { timeout: 40_000 }).not.toEqual(before)
  expect(navigations).toBe(0)
})

test('the supervision tree lists the characters', async ({ page }) => {
  const names = await cards(page).getByRole('heading', { level: 3 }).allInnerTexts()
  const tree = page.getByRole('list', { name: 'Supervision tree' })
  for (const name of names) await expect(tree).toContainText(name)
})

test('a lost connection is said, and the page comes back by itself', async ({ page }) => {
  let broken = true
  await page.routeWebSocket('**/api/v1/live', (socket) => {
    if (broken) socket.close()
    else socket.connectToServer()
  })
  await page.reload()
  await expect(page.getByText(/Live updates are interrupted/)).toBeVisible()
  await expect(cards(page).first()).toContainText('as of')
  broken = false
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveText('Live', { timeout: 20_000 })
  await expect(cards(page).first()).not.toContainText('as of')
})
