import { expect, test } from 'vitest'
import { fieldsOf } from './fields'

const field = (schema: object) => fieldsOf({ properties: { it: schema } })[0]

test('fields come in their own order, with titles and help', () => {
  const schema = {
    properties: {
      b_last: { type: 'boolean', 'x-order': 1, description: 'Whether.' },
      a: { type: 'string', title: 'The first', 'x-order': 0 },
    },
  }
  expect(fieldsOf(schema).map(({ title, help }) => [title, help])).toEqual([
    ['The first', ''],
    ['B last', 'Whether.'],
  ])
})

test.each([
  [{ type: 'boolean' }, { kind: 'switch' }],
  [
    { type: ['integer', 'null'], minimum: 1, maximum: 50 },
    { kind: 'number', integer: true, min: 1, max: 50 },
  ],
  [{ type: 'number' }, { kind: 'number', integer: false, min: undefined, max: undefined }],
  [
    { type: 'string', format: 'item' },
    { kind: 'text', numbers: false, codes: 'item' },
  ],
  [
    { type: ['string', 'null'], enum: ['mining', null] },
    { kind: 'choice', options: ['mining'] },
  ],
  [{ oneOf: [{ const: 'never' }, { const: 'always' }] }, { kind: 'choice', options: ['never', 'always'] }],
  [{ anyOf: [{ const: 'auto' }, { type: 'integer' }] }, { kind: 'text', numbers: true }],
  [{ type: 'array', items: { type: 'string' } }, { kind: 'list' }],
  [
    { type: 'array', items: { enum: ['bank', 'npc'] } },
    { kind: 'choices', options: ['bank', 'npc'] },
  ],
  [{ type: 'array', items: { type: 'object' } }, { kind: 'json' }],
  [{}, { kind: 'json' }],
])('%j has its input', (schema, input) => {
  expect(field(schema)?.input).toEqual(input)
})

test('an object is a group of fields', () => {
  const group = field({ type: ['object', 'null'], properties: { code: { type: 'string' } } })
  expect(group?.nullable).toBe(true)
  expect(group?.input).toMatchObject({ kind: 'group', fields: [{ name: 'code', title: 'Code' }] })
})

test('what a word tells apart has a form for each word', () => {
  const level = { type: 'integer', minimum: 1 }
  const oneOf = [
    {
      description: 'The level.',
      properties: { at_least: level, when: { const: 'level' } },
      required: ['when', 'at_least'],
    },
    { properties: { when: { const: 'bag_full' } } },
  ]
  const list = field({ type: 'array', items: { oneOf } })?.input
  expect(list).toMatchObject({ kind: 'items', item: { kind: 'variants', tag: 'when' } })
  const item = list?.kind === 'items' && list.item.kind === 'variants' ? list.item.variants : []
  expect(item.map(({ word, help, fields }) => [word, help, fields.map(({ name }) => name)])).toEqual([
    ['level', 'The level.', ['at_least']],
    ['bag_full', '', []],
  ])
})

test('a strategy and its configuration are told from other objects, what is needed first', () => {
  const step = fieldsOf({
    properties: { config: { type: 'object' }, strategy: { type: 'string' }, until: { type: 'boolean' } },
    required: ['strategy'],
  })
  expect(step.map(({ name, input }) => [name, input.kind])).toEqual([
    ['strategy', 'strategy'],
    ['config', 'config'],
    ['until', 'switch'],
  ])
})
