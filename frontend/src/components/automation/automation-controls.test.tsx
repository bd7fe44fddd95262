import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { character, run } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { AutomationControls } from './automation-controls'

const START = 'POST /api/v1/characters/Ana/automation'
const FORECAST = 'POST /api/v1/forecasts'
const STOP = 'DELETE /api/v1/characters/Ana/automation'
const text = { type: ['string', 'null'], default: null }
const strategies = {
  data: [
    {
      name: 'gathering',
      description: 'Gathers.',
      defaults: { resource: 'ash_tree', loops: null, tool: true, deposit: 'when_full', keep: [] },
      schema: {
        properties: {
          deposit: { 'x-order': 3, oneOf: [{ const: 'when_full' }, { const: 'never' }] },
          keep: { 'x-order': 4, type: 'array', items: { type: 'string' } },
          loops: { 'x-order': 1, type: ['integer', 'null'], minimum: 1 },
          resource: { 'x-order': 0, ...text, description: 'What to gather.' },
          tool: { 'x-order': 2, type: 'boolean' },
        },
      },
    },
    {
      name: 'combat',
      description: 'Fights.',
      defaults: { monster: 'chicken', collect: null, heal_below: 'auto' },
      schema: {
        properties: {
          monster: text,
          heal_below: { anyOf: [{ const: 'auto' }, { type: 'integer' }] },
          collect: {
            type: ['object', 'null'],
            properties: { code: { type: 'string' }, quantity: { type: 'integer' } },
          },
        },
      },
    },
  ],
}

async function open(automation: ReturnType<typeof run> | null, routes: Record<string, unknown> = {}) {
  const calls = serve({ 'GET /api/v1/strategies': strategies, [START]: run(), [STOP]: run(), ...routes })
  renderWithCache(<AutomationControls character={character({ automation })} />)
  await userEvent.click(screen.getByRole('button', { name: /^(Start|Change) / }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText('Configuration')
  return { calls, dialog }
}

async function asJson() {
  await userEvent.click(screen.getByRole('button', { name: 'As JSON' }))
  return screen.getByLabelText<HTMLTextAreaElement>('Configuration as JSON')
}

async function write(input: HTMLElement, text: string) {
  await userEvent.clear(input)
  await userEvent.click(input)
  await userEvent.paste(text)
}

const start = () => userEvent.click(screen.getByRole('button', { name: /^Start (gathering|combat)/ }))

describe('the start dialog', () => {
  test('is a form of the fields of the first strategy, filled with its defaults', async () => {
    const { dialog } = await open(null)
    const resource = dialog.getByLabelText<HTMLInputElement>('Resource')
    expect(resource.value).toBe('ash_tree')
    expect(document.getElementById(resource.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'What to gather.',
    )
    expect(dialog.getByLabelText<HTMLInputElement>('Tool').checked).toBe(true)
    expect(dialog.getByLabelText<HTMLSelectElement>('Deposit').value).toBe('when_full')
  })

  test('sends what was filled in, each value as what it is', async () => {
    const { calls, dialog } = await open(null)
    await userEvent.clear(dialog.getByLabelText('Resource'))
    await write(dialog.getByLabelText('Loops'), '5')
    await userEvent.click(dialog.getByLabelText('Tool'))
    await userEvent.selectOptions(dialog.getByLabelText('Deposit'), 'never')
    await userEvent.type(dialog.getByLabelText('Keep'), 'egg, gem')
    await start()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const config = { resource: null, loops: 5, tool: false, deposit: 'never', keep: ['egg', 'gem'] }
    expect(calls).toContainEqual({ route: START, body: { strategy: 'gathering', config } })
  })

  test('opens a group that may be left out, and reads a number where a word is possible, too', async () => {
    const { calls, dialog } = await open(run({ strategy: 'combat', config: { monster: 'wolf' } }))
    expect(dialog.getByLabelText<HTMLInputElement>('Monster').value).toBe('wolf')
    await write(dialog.getByLabelText('Heal below'), '40')
    await userEvent.click(dialog.getByLabelText('Collect'))
    await write(dialog.getByLabelText('Code'), 'egg')
    await write(dialog.getByLabelText('Quantity'), '3')
    await start()
    const config = { monster: 'wolf', heal_below: 40, collect: { code: 'egg', quantity: 3 } }
    await waitFor(() => expect(calls).toContainEqual({ route: START, body: { strategy: 'combat', config } }))
  })

  test('begins with what runs now, and can go back to the defaults', async () => {
    const { dialog } = await open(run({ strategy: 'gathering', config: { keep: ['egg'] } }))
    expect(dialog.getByLabelText<HTMLInputElement>('Keep').value).toBe('egg')
    await userEvent.click(screen.getByRole('button', { name: 'Use the defaults' }))
    expect(dialog.getByLabelText<HTMLInputElement>('Keep').value).toBe('')
  })

  test('opens with the focus on what runs now', async () => {
    await open(run({ strategy: 'combat', config: {} }))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.click(screen.getByRole('button', { name: /^Change / }))
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Combat/ }))
  })

  test('shows the same as JSON and takes it back into the form', async () => {
    const { calls, dialog } = await open(null)
    const json = await asJson()
    expect(Object.keys(JSON.parse(json.value))).toEqual(['resource', 'loops', 'tool', 'deposit', 'keep'])
    await write(json, '{"resource": "iron_rocks"}')
    await userEvent.click(screen.getByRole('button', { name: 'As a form' }))
    expect(dialog.getByLabelText<HTMLInputElement>('Resource').value).toBe('iron_rocks')
    await asJson()
    await userEvent.click(screen.getByRole('radio', { name: /Combat/ }))
    await write(screen.getByLabelText('Configuration as JSON'), '{"monster": "cow"}')
    await start()
    const body = { strategy: 'combat', config: { monster: 'cow' } }
    await waitFor(() => expect(calls).toContainEqual({ route: START, body }))
  })

  test('shows what the configuration would bring before anything starts', async () => {
    const forecast = {
      xp: { mining: 983 },
      levels: { mining: 4 },
      gold: 0,
      items: { copper_ore: 116.4, apple: -2, topaz: 0.31, ruby: 0.01 },
      fights: 0,
      deaths: 0,
      requests: 120,
      refusals: 0,
      idle: { 'The bag is full': 90 },
      utilisation: 0.9987,
      done: null,
      blocked: { after_seconds: 3700, reason: 'The bag is full', unblock: 'Empty it' },
    }
    const data = [{ hours: 1, ...forecast }]
    const { calls, dialog } = await open(null, { [FORECAST]: { data } })
    await userEvent.click(screen.getByRole('button', { name: 'Forecast' }))
    const table = within(await dialog.findByRole('region', { name: 'Forecast' }))
    const cell = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) }).textContent
    expect(cell('Mining xp')).toContain('+983 (level 4)')
    expect(cell('Copper ore')).toContain('+116')
    expect(cell('Topaz')).toContain('+0.3')
    expect(cell('Ruby')).toMatch(/0$/)
    expect(cell('At work')).toContain('99.8 %')
    expect(cell('Idle: The bag is full')).toContain('1 min 30 s')
    expect(table.getByText(/Blocked after 1 h 1 min: The bag is full — Empty it/)).toBeDefined()
    expect(calls.map(({ route }) => route)).not.toContain(START)
    await userEvent.type(dialog.getByLabelText('Resource'), 'x')
    expect(dialog.queryByRole('region', { name: 'Forecast' })).toBeNull()
  })

  test('shows what the server says against a field at that field, until it is changed', async () => {
    const error = {
      code: 'invalid',
      message: 'Two mistakes.',
      details: { resource: '`resource`: no `ash` grows', 'keep[1]': 'No.' },
    }
    const { dialog } = await open(null, { [START]: [422, { error }] })
    await start()
    expect((await screen.findByRole('alert')).textContent).toContain('2 fields above must be mended')
    const resource = dialog.getByLabelText('Resource')
    expect(resource.getAttribute('aria-invalid')).toBe('true')
    const described = resource.getAttribute('aria-describedby')?.split(' ')[1] ?? ''
    expect(document.getElementById(described)?.textContent).toBe('No ash grows')
    expect(dialog.getByLabelText('Keep').getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(resource, 'x')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(resource.getAttribute('aria-invalid')).toBe('false')
  })

  test('shows what is wrong with a field that is not in the form as a whole', async () => {
    const error = { code: 'invalid', message: 'there is no field `loop`', details: { loop: 'there is none' } }
    await open(null, { [START]: [422, { error }] })
    await start()
    expect((await screen.findByRole('alert')).textContent).toContain('There is no field loop')
  })

  test('is filled from a template, which can be changed before it starts', async () => {
    const template = {
      name: 'careful',
      title: 'Careful fighter',
      about: 'Fights what it beats.',
      from_level: 1,
      to_level: 50,
      strategy: 'combat',
      config: { monster: 'wolf' },
    }
    const { calls, dialog } = await open(null, { 'GET /api/v1/templates': { data: [template] } })
    await userEvent.selectOptions(await dialog.findByLabelText('Begin with a template'), 'Careful fighter')
    expect(dialog.getByText('Fights what it beats.')).toBeDefined()
    expect(dialog.getByLabelText<HTMLInputElement>('Monster').value).toBe('wolf')
    await start()
    const config = { monster: 'wolf', collect: null, heal_below: 'auto' }
    await waitFor(() => expect(calls).toContainEqual({ route: START, body: { strategy: 'combat', config } }))
  })

  test.each(['{', '[1]', '"text"'])('neither sends nor turns into a form: %s', async (text) => {
    const { calls } = await open(null)
    await write(await asJson(), text)
    await userEvent.click(screen.getByRole('button', { name: 'As a form' }))
    await start()
    expect(screen.getByRole('alert').textContent).toMatch(/not valid JSON|must be an object/)
    expect(screen.getByLabelText('Configuration as JSON').getAttribute('aria-invalid')).toBe('true')
    expect(calls.map(({ route }) => route)).not.toContain(START)
  })

  test('says so when the strategies cannot be loaded', async () => {
    serve({})
    renderWithCache(<AutomationControls character={character({ automation: null })} />)
    await userEvent.click(screen.getByRole('button', { name: /^Start/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  })
})

const WIND_DOWN = 'POST /api/v1/characters/Ana/automation/wind-down'
const PAUSE = 'POST /api/v1/characters/Ana/automation/pause'
const RESUME = 'POST /api/v1/characters/Ana/automation/resume'

describe('the pause button', () => {
  test('pauses what runs', async () => {
    const calls = serve({ [PAUSE]: run({ status: 'paused' }) })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Pause the automation of Ana' }))
    await waitFor(() => expect(calls.map(({ route }) => route)).toContain(PAUSE))
  })

  test('lets what is paused go on', async () => {
    const calls = serve({ [RESUME]: run() })
    const paused = character({ automation: run({ status: 'paused' }) })
    renderWithCache(<AutomationControls character={paused} />)
    await userEvent.click(screen.getByRole('button', { name: 'Resume the automation of Ana' }))
    await waitFor(() => expect(calls.map(({ route }) => route)).toContain(RESUME))
  })

  test('says why it was refused', async () => {
    serve({ [PAUSE]: [409, { error: { code: 'nothing_runs', message: 'Nothing is running.' } }] })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Pause the automation of Ana' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Nothing is running.')
  })
})

describe('the stop question', () => {
  test('offers a last trip to the bank', async () => {
    const calls = serve({ [WIND_DOWN]: run({ status: 'winding_down' }) })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Stop the automation of Ana' }))
    await userEvent.click(screen.getByRole('button', { name: 'Bank, then stop' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(calls.map(({ route }) => route)).toContain(WIND_DOWN)
  })

  test('stops only after a yes', async () => {
    const calls = serve({ [STOP]: run({ status: 'stopped' }) })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Stop the automation of Ana' }))
    expect(screen.getByRole('alertdialog').textContent).toContain(
      'stands idle until you start something again',
    )
    expect(calls).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Stop now' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(calls.map(({ route }) => route)).toContain(STOP)
  })

  test('stays open with the reason when the server refuses', async () => {
    serve({ [STOP]: [409, { error: { code: 'not_running', message: 'Nothing is running.' } }] })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Stop the automation of Ana' }))
    await userEvent.click(screen.getByRole('button', { name: 'Stop now' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Nothing is running.')
  })

  test('is not offered when nothing runs', () => {
    renderWithCache(<AutomationControls character={character({ automation: run({ status: 'done' }) })} />)
    expect(screen.queryByRole('button', { name: /^Stop/ })).toBeNull()
  })
})
