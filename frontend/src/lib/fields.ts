/// The fields of a form, read from the JSON schema of a configuration; what a field may be only the server knows whole.
import { title } from './format'

export interface Field {
  name: string
  title: string
  /** What it means, in a sentence or two. */
  help: string
  /** Whether it may be left empty. */
  nullable: boolean
  input: Input
}

export type Input =
  | { kind: 'switch' }
  | { kind: 'number'; integer: boolean; min: number | undefined; max: number | undefined }
  /** `numbers`: a number in it is meant as a number. `codes`: what it is the code of, `item` for example. */
  | { kind: 'text'; numbers: boolean; codes?: string }
  | { kind: 'choice'; options: string[] }
  /** Any of these words, in the order in which they were chosen. */
  | { kind: 'choices'; options: string[] }
  /** Words; `codes`: what they are codes of. */
  | { kind: 'list'; codes?: string }
  | { kind: 'group'; fields: Field[] }
  /** One of several forms of a value; the word in the field `tag` says which. */
  | { kind: 'variants'; tag: string; variants: Variant[] }
  /** The name of a strategy. */
  | { kind: 'strategy' }
  /** The configuration of the strategy that stands beside it. */
  | { kind: 'config' }
  /** Several values of one kind, in their order. */
  | { kind: 'items'; item: Input; noun: string }
  /** Anything that has no input of its own. */
  | { kind: 'json' }

export interface Variant {
  word: string
  help: string
  fields: Field[]
}

interface Schema {
  type?: string | string[]
  format?: string
  title?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  maximum?: number
  'x-order'?: number
}

/** In the order in which they are best shown: as the schema says, otherwise what must be filled in first. */
export function fieldsOf(schema: unknown): Field[] {
  const { properties = {}, required = [] } = schema as Schema
  const place = (name: string, field: Schema) => {
    const needed = required.indexOf(name)
    return field['x-order'] ?? (needed < 0 ? required.length : needed)
  }
  const isPlan = properties.strategy !== undefined && properties.config !== undefined
  return Object.entries(properties)
    .sort(([a, one], [b, other]) => place(a, one) - place(b, other))
    .map(([name, field]) => ({
      name,
      title: field.title ?? title(name),
      help: field.description ?? '',
      nullable: types(field).includes('null'),
      input: isPlan ? inPlan(name, field) : input(field, name),
    }))
}

function inPlan(name: string, field: Schema): Input {
  if (name === 'strategy' || name === 'config') return { kind: name }
  return input(field, name)
}

function input(schema: Schema, name: string): Input {
  const options = choices(schema)
  if (options) return { kind: 'choice', options }
  const tagged = variants(schema)
  if (tagged) return tagged
  const [type, ...others] = types(schema).filter((one) => one !== 'null')
  if (others.length > 0) {
    return [type, ...others].every(isPlain) ? { kind: 'text', numbers: true } : { kind: 'json' }
  }
  if (type === 'boolean') return { kind: 'switch' }
  if (type === 'string') return text(schema)
  if (type === 'array') return list(schema.items ?? {}, name)
  if (type === 'object' && schema.properties) return { kind: 'group', fields: fieldsOf(schema) }
  if (type !== 'integer' && type !== 'number') return { kind: 'json' }
  return { kind: 'number', integer: type === 'integer', min: schema.minimum, max: schema.maximum }
}

function text({ format }: Schema): Input {
  return { kind: 'text', numbers: false, ...(format && { codes: format }) }
}

function list(items: Schema, name: string): Input {
  const options = choices(items)
  if (options) return { kind: 'choices', options }
  if (types(items).join() === 'string') {
    return { kind: 'list', ...(items.format && { codes: items.format }) }
  }
  const item = input(items, name)
  return item.kind === 'json' ? item : { kind: 'items', item, noun: one(name) }
}

/** "steps" → "step" */
function one(name: string): string {
  return name === 'until' || name === 'from' ? 'condition' : title(name).toLowerCase().replace(/s$/, '')
}

/** The forms of a value that a word in a field of its own tells apart. */
function variants({ oneOf = [] }: Schema): (Input & { kind: 'variants' }) | undefined {
  const tag = Object.entries(oneOf[0]?.properties ?? {}).find(
    ([, { const: word }]) => word !== undefined,
  )?.[0]
  if (tag === undefined) return undefined
  return {
    kind: 'variants',
    tag,
    variants: oneOf.map((schema) => ({
      word: String(schema.properties?.[tag]?.const),
      help: schema.description ?? '',
      fields: fieldsOf(schema).filter(({ name }) => name !== tag),
    })),
  }
}

/** The words to choose from, when nothing else may be written. */
function choices(schema: Schema): string[] | undefined {
  const words = schema.enum ?? schema.oneOf?.map((one) => one.const)
  const given = words?.filter((word) => word !== null)
  return given?.every((word) => typeof word === 'string') ? given : undefined
}

function types(schema: Schema): string[] {
  if (schema.const !== undefined) return [typeof schema.const]
  return [schema.type ?? [], ...(schema.anyOf ?? schema.oneOf ?? []).map(types)].flat()
}

function isPlain(type: string | undefined): boolean {
  return type === 'string' || type === 'integer' || type === 'number'
}
