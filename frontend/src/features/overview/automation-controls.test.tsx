import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { character, run } from '@/test/builders'
import { renderWithCache } from '@/test/render'
import { serve } from '@/test/server'
import { AutomationControls } from './automation-controls'

const START = 'POST /api/v1/characters/Ana/automation'
const STOP = 'DELETE /api/v1/characters/Ana/automation'
const strategies = {
  data: [
    { name: 'gathering', description: 'Gathers.', example: { resource: 'ash_tree' } },
    { name: 'combat', description: 'Fights.', example: { monster: 'chicken' } },
  ],
}

async function open(automation: ReturnType<typeof run> | null, routes: Record<string, unknown> = {}) {
  const calls = serve({ 'GET /api/v1/strategies': strategies, [START]: run(), [STOP]: run(), ...routes })
  renderWithCache(<AutomationControls character={character({ automation })} />)
  await userEvent.click(screen.getByRole('button', { name: /^(Start|Change) / }))
  const dialog = await screen.findByRole('dialog')
  const config = await within(dialog).findByLabelText<HTMLTextAreaElement>(/Configuration/)
  return { calls, dialog, config }
}

async function write(config: HTMLElement, text: string) {
  await userEvent.clear(config)
  await userEvent.click(config)
  await userEvent.paste(text)
  await userEvent.click(screen.getByRole('button', { name: /^Start (gathering|combat)/ }))
}

describe('the start dialog', () => {
  test('begins with the example of the first strategy', async () => {
    const { config } = await open(null)
    expect(JSON.parse(config.value)).toEqual({ resource: 'ash_tree' })
  })

  test('begins with what runs now, and can go back to the example', async () => {
    const { config } = await open(run({ strategy: 'combat', config: { monster: 'wolf' } }))
    expect(JSON.parse(config.value)).toEqual({ monster: 'wolf' })
    await userEvent.click(screen.getByRole('button', { name: 'Use the example' }))
    expect(JSON.parse(config.value)).toEqual({ monster: 'chicken' })
  })

  test('opens with the focus on what runs now', async () => {
    await open(run({ strategy: 'combat', config: {} }))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await userEvent.click(screen.getByRole('button', { name: /^Change / }))
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Combat/ }))
  })

  test('starts the chosen strategy with the written configuration and closes', async () => {
    const { calls, config } = await open(null)
    await userEvent.click(screen.getByRole('radio', { name: /Combat/ }))
    await write(config, '{"monster": "cow"}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(calls).toContainEqual({ route: START, body: { strategy: 'combat', config: { monster: 'cow' } } })
  })

  test('shows what the server says against a configuration, with its details', async () => {
    const error = {
      code: 'invalid_config',
      message: 'There is no resource "gold".',
      details: { field: 'resource' },
    }
    const { config } = await open(null, { [START]: [422, { error }] })
    await write(config, '{"resource": "gold"}')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('There is no resource "gold".')
    expect(alert.textContent).toContain('field: resource')
    expect(config.getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(config, ' ')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test.each(['{', '[1]', '"text"'])('does not send %s', async (text) => {
    const { calls, config } = await open(null)
    await write(config, text)
    expect(screen.getByRole('alert').textContent).toMatch(/not valid JSON|must be an object/)
    expect(calls.map(({ route }) => route)).not.toContain(START)
  })

  test('says so when the strategies cannot be loaded', async () => {
    serve({})
    renderWithCache(<AutomationControls character={character({ automation: null })} />)
    await userEvent.click(screen.getByRole('button', { name: /^Start/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  })
})

describe('the stop question', () => {
  test('stops only after a yes', async () => {
    const calls = serve({ [STOP]: run({ status: 'stopped' }) })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Stop the automation of Ana' }))
    expect(screen.getByRole('alertdialog').textContent).toContain(
      'stands idle until you start something again',
    )
    expect(calls).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(calls.map(({ route }) => route)).toContain(STOP)
  })

  test('stays open with the reason when the server refuses', async () => {
    serve({ [STOP]: [409, { error: { code: 'not_running', message: 'Nothing is running.' } }] })
    renderWithCache(<AutomationControls character={character()} />)
    await userEvent.click(screen.getByRole('button', { name: 'Stop the automation of Ana' }))
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Nothing is running.')
  })

  test('is not offered when nothing runs', () => {
    renderWithCache(<AutomationControls character={character({ automation: run({ status: 'done' }) })} />)
    expect(screen.queryByRole('button', { name: /^Stop/ })).toBeNull()
  })
})
