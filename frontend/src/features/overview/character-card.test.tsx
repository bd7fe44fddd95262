import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { type Character, merge } from '@/api/characters'
import { timeOfDay } from '@/lib/format'
import { character, line, run, tally } from '@/test/builders'
import { WithRouter } from '@/test/render'
import { CharacterCard } from './character-card'

const controls = () => null
const card = () => screen.getByRole('article', { name: 'Ana' })

function draw(change: Parameters<typeof character>[0] = {}, staleAsOf?: number) {
  const defaults = { gathering: { resource: null, deposit: 'when_full' } }
  return render(
    <CharacterCard
      character={character(change)}
      staleAsOf={staleAsOf}
      defaults={defaults}
      controls={controls}
    />,
    { wrapper: WithRouter },
  )
}

test('shows what the character does, why, where and with what', () => {
  draw({ task: { code: 'chicken', kind: 'monsters', progress: 12, total: 40 } })
  for (const text of [
    'gather copper rocks at (2,\u00a00)',
    'Copper ore is wanted.',
    'Copper Mine',
    '1,204 gold',
  ]) {
    expect(card()).toHaveProperty('textContent', expect.stringContaining(text))
  }
  expect(card().textContent).toContain('chicken 12/40')
  expect(card().textContent).toContain('Gathering')
  expect(screen.getByRole('list', { name: 'Skills' }).textContent).toContain('Mining level 7, 40 of 200 XP')
})

test('counts a cooldown down from its arrival, without a new frame', async () => {
  vi.useFakeTimers()
  draw({ state: 'cooldown', cooldown: { total_ms: 25_000, remaining_ms: 20_000, reason: 'gathering' } })
  expect(card().textContent).toContain('20 s')
  await vi.advanceTimersByTimeAsync(3000)
  expect(card().textContent).toContain('17 s')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(card().textContent).toContain('0 s')
})

test('who has nothing to do does not wait for a cooldown', () => {
  const cooldown = { total_ms: 25_000, remaining_ms: 20_000, reason: 'gathering' }
  draw({ state: 'idle', doing: 'nothing to do', since_ms: 61_000, cooldown })
  expect(card().textContent).toContain('1 min 1 s')
  expect(card().textContent).not.toContain('20 s')
})

test('stale data says from when it is and counts nothing down', () => {
  draw({ state: 'cooldown', cooldown: { total_ms: 25_000, remaining_ms: 20_000, reason: 'gathering' } }, 4000)
  expect(card().textContent).toContain(`as of ${timeOfDay(4000)}`)
  expect(card().textContent).not.toContain('Cooling down')
  expect(card().textContent).not.toContain('20 s')
})

test('a problem is shown loudly, with the restarts', () => {
  draw({ problem: 'The token was refused.', restarts: 3 })
  expect(card().textContent).toContain('The token was refused.')
  expect(card().textContent).toContain('3 restarts')
})

test('no restarts are no news', () => {
  draw()
  expect(card().textContent).not.toContain('restart')
})

test('a stopped automation says why it stopped', () => {
  draw({ automation: run({ status: 'stopped', reason: 'Stopped by hand.' }) })
  expect(screen.getByRole('region', { name: 'Automation of Ana' }).textContent).toContain('Stopped by hand.')
})

test('an automation that was stopped during an action is stopping, and says what it waits for', () => {
  draw({ automation: run({ status: 'stopping', reason: 'stopped by hand' }) })
  const automation = screen.getByRole('region', { name: 'Automation of Ana' }).textContent
  expect(automation).toContain('Stopping')
  expect(automation).toContain('Stops after the action that is on its way.')
})

test('an automation tells its target, what was asked beside the usual, and what it brought', () => {
  const config = { resource: null, deposit: 'when_full', until_level: 10 }
  const brought = tally({ gathers: 3, seconds: 93, items: { copper_ore: 3 } })
  draw({ automation: run({ config, tally: brought }) })
  const automation = screen.getByRole('region', { name: 'Automation of Ana' }).textContent
  expect(automation).toContain('copper rocks')
  expect(automation).toContain('until level 10')
  expect(automation).not.toContain('when full')
  expect(automation).toContain('3 gathers · 1 min 33 s of game time')
  expect(automation).toContain('3 copper ore')
})

test('what a character wears and carries is named, in order, and one by one on request', async () => {
  const worn = (code: string, quantity = 1) => ({ code, quantity })
  draw({
    equipment: { utility1: worn('small_potion', 20), weapon: worn('iron_sword'), ring2: worn('iron_ring') },
  })
  expect(card().textContent).toContain('iron sword, iron ring, 20 small potion')
  expect(card().textContent).toContain('34 copper ore')
  await userEvent.click(screen.getByText('Wears'))
  const slots = within(card())
    .getAllByRole('term')
    .map((term) => term.textContent)
  expect(slots.slice(0, 3)).toEqual(['Weapon', 'Ring 2', 'Utility 1'])
})

test('who wears and carries nothing has nothing to unfold', () => {
  draw({ inventory: { items: [], total: 0, max_items: 100, slots_used: 0, slots: 20 } })
  expect(card().textContent).toContain('Wearsnothing')
  expect(within(card()).queryAllByRole('group')).toEqual([])
})

test('a refused action says that the game refused it, and with which code', () => {
  draw({ last_actions: [line({ outcome: 'refused', refusal_code: 497, summary: 'the inventory is full' })] })
  expect(card().textContent).toContain('Refused by the game (497): the inventory is full')
})

test('four actions are shown, and the others on request', async () => {
  draw({ last_actions: Array.from({ length: 8 }, (_, index) => line({ id: `line-${index}` })) })
  const rows = () => within(screen.getByRole('list', { name: 'Last actions' })).getAllByRole('listitem')
  expect(rows()).toHaveLength(4)
  await userEvent.click(screen.getByRole('button', { name: 'Show 4 more' }))
  expect(rows()).toHaveLength(8)
})

test('a card whose character did not change is not drawn again', () => {
  const drawn = vi.fn((_: Character) => null)
  const none = {}
  const cards = (company: Character[]) =>
    company.map((each) => (
      <CharacterCard
        key={each.name}
        character={each}
        staleAsOf={undefined}
        defaults={none}
        controls={drawn}
      />
    ))
  const company = [character(), character({ name: 'Bea' })]
  const { rerender } = render(cards(company), { wrapper: WithRouter })
  rerender(cards(merge(company, [character({ name: 'Bea', version: 2 })])))
  expect(drawn.mock.calls.map(([{ name, version }]) => `${name} ${version}`)).toEqual([
    'Ana 1',
    'Bea 1',
    'Bea 2',
  ])
})
