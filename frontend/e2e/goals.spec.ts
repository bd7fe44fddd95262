import { expect, test } from '@playwright/test'

test('a goal is created, its plan appears and moves, and who is busy is let go for it', async ({
  page,
  request,
}) => {
  test.skip(!process.env.BASE_URL, 'only the program itself plans; the mock has no planner')
  test.setTimeout(240_000)
  const { data: characters } = await (await request.get('/api/v1/characters')).json()
  const { name, skills } = characters[3]
  const level = skills.woodcutting.level + 1

  await page.goto('/')
  await page.getByRole('link', { name: 'Goals', exact: true }).click()
  await expect(page).toHaveTitle('Goals · Callboard')
  await page.getByRole('button', { name: 'New goal' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Skill' }).selectOption('woodcutting')
  await dialog.getByRole('spinbutton', { name: 'Level' }).fill(String(level))
  await dialog.getByRole('checkbox', { name, exact: true }).check()
  await dialog.getByRole('button', { name: 'Show the plan' }).click()
  await expect(dialog.getByRole('region', { name: 'The plan' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Create the goal' }).click()
  await expect(dialog).toBeHidden()

  // What a person has told a character comes first, until that is over.
  const card = page.getByRole('article', { name: `woodcutting ${level} for ${name}` })
  await expect(card).toContainText('does what a person has told it')
  await page.getByRole('button', { name: `Let ${name} work for goals` }).click()
  await expect(card).toContainText(`train woodcutting to ${level}`, { timeout: 90_000 })
  const done = card.getByText(/^\d+ %$/)
  const begun = await done.textContent()
  await expect(done).not.toHaveText(begun ?? '', { timeout: 90_000 })
})
