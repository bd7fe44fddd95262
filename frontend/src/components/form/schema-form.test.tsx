import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { fieldsOf } from '@/lib/fields'
import { SchemaForm, type Values } from './schema-form'
import { FormSources } from './sources'

const condition = {
  oneOf: [
    {
      description: 'Minutes within the step.',
      properties: { when: { const: 'minutes' }, at_least: { type: 'integer' } },
    },
    { description: 'Nothing more fits.', properties: { when: { const: 'bag_full' } } },
  ],
}
const workflow = {
  properties: {
    steps: {
      type: 'array',
      items: {
        type: 'object',
        required: ['strategy'],
        properties: {
          config: { type: 'object' },
          strategy: { type: 'string' },
          until: { type: 'array', items: condition },
        },
      },
    },
  },
}
const strategies = [
  {
    name: 'combat',
    schema: { properties: { monster: { type: ['string', 'null'], default: null, format: 'monster' } } },
  },
  { name: 'gathering', schema: { properties: { tool: { type: 'boolean', default: true } } } },
]
const sources = { strategies, codes: { monster: [{ code: 'wolf', about: 'Wolf, level 15' }] } }

interface FormProps {
  steps: unknown[]
  mistakes: Record<string, string>
  heard: (steps: unknown) => void
}

function Form({ steps, mistakes, heard }: FormProps) {
  const [values, setValues] = useState<Values>({ steps })
  const change = (next: Values) => {
    setValues(next)
    heard(next.steps)
  }
  return (
    <FormSources sources={sources}>
      <SchemaForm fields={fieldsOf(workflow)} values={values} mistakes={mistakes} onChange={change} />
    </FormSources>
  )
}

/** The answer tells the steps as they were last told. */
function draw(steps: unknown[], mistakes: Record<string, string> = {}) {
  const heard = vi.fn()
  render(<Form steps={steps} mistakes={mistakes} heard={heard} />)
  return () => heard.mock.lastCall?.[0]
}

const step = (n: number) => within(screen.getByRole('listitem', { name: `Step ${n}` }))

test('a step is added, with its strategy, its configuration and its conditions', async () => {
  const steps = draw([])
  await userEvent.click(screen.getByRole('button', { name: 'Add a step' }))
  await userEvent.selectOptions(step(1).getByLabelText('Strategy'), 'Combat')
  await userEvent.type(step(1).getByLabelText('Monster'), 'wolf')
  await userEvent.click(step(1).getByRole('button', { name: 'Add a condition' }))
  await userEvent.type(step(1).getByLabelText('At least'), '60')
  const until = [{ when: 'minutes', at_least: 60 }]
  expect(steps()).toEqual([{ strategy: 'combat', config: { monster: 'wolf' }, until }])
})

test('another form of a condition leaves behind the fields that it does not have', async () => {
  const steps = draw([{ strategy: 'combat', until: [{ when: 'minutes', at_least: 5 }] }])
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Condition 1' }), 'Bag full')
  expect(screen.getByText('Nothing more fits.')).toBeDefined()
  expect(steps()).toEqual([{ strategy: 'combat', until: [{ when: 'bag_full' }] }])
})

test('another strategy has a configuration of its own', async () => {
  const steps = draw([{ strategy: 'combat', config: { monster: 'wolf' } }])
  await userEvent.selectOptions(screen.getByLabelText('Strategy'), 'Gathering')
  expect(steps()).toEqual([{ strategy: 'gathering', config: {} }])
})

test('what is as usual is not written down', async () => {
  const steps = draw([{ strategy: 'gathering', config: {} }])
  expect(screen.getByLabelText<HTMLInputElement>('Tool').checked).toBe(true)
  await userEvent.click(screen.getByLabelText('Tool'))
  expect(steps()).toEqual([{ strategy: 'gathering', config: { tool: false } }])
  await userEvent.click(screen.getByLabelText('Tool'))
  expect(steps()).toEqual([{ strategy: 'gathering', config: {} }])
})

test('steps move up and down and go', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((strategy) => ({ strategy }))
  const steps = draw([a, b, c])
  await userEvent.click(screen.getByRole('button', { name: 'Move Step 1 down' }))
  expect(steps()).toEqual([b, a, c])
  await userEvent.click(screen.getByRole('button', { name: 'Move Step 3 up' }))
  expect(steps()).toEqual([b, c, a])
  await userEvent.click(screen.getByRole('button', { name: 'Remove Step 2' }))
  expect(steps()).toEqual([b, a])
  expect(screen.getByRole('button', { name: 'Move Step 1 up' })).toHaveProperty('disabled', true)
})

test('a mistake within a step stands at its field, and what is folded opens for it', () => {
  draw([{ strategy: 'combat', config: { monster: 'wulf' } }], {
    'steps[0].config.monster': 'No such monster',
  })
  expect(screen.getByLabelText('Monster').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('No such monster')).toBeDefined()
  expect(screen.getByLabelText('Monster').closest('details')?.open).toBe(true)
})

test('codes are offered with what they are', () => {
  draw([{ strategy: 'combat' }])
  const list = screen.getByLabelText('Monster').getAttribute('list') ?? ''
  expect(document.getElementById(list)?.textContent).toBe('Wolf, level 15')
})
