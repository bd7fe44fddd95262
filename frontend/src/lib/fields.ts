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
  /** `numbers`: a number in it is meant as a number. */
  | { kind: 'text'; numbers: boolean }
  | { kind: 'choice'; options: string[] }
  | { kind: 'list' }
  | { kind: 'group'; fields: Field[] }
  /** Anything that has no input of its own. */
  | { kind: 'json' }

interface Schema {
  type?: string | string[]
  title?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  minimum?: number
  maximum?: number
  'x-order'?: number
}

/** In the order in which they are best shown. */
export function fieldsOf(schema: unknown): Field[] {
  const { properties = {} } = schema as Schema
  return Object.entries(properties)
    .sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0))
    .map(([name, field]) => ({
      name,
      title: field.title ?? title(name),
      help: field.description ?? '',
      nullable: types(field).includes('null'),
      input: input(field),
    }))
}

function input(schema: Schema): Input {
  const options = choices(schema)
  if (options) return { kind: 'choice', options }
  const [type, ...others] = types(schema).filter((one) => one !== 'null')
  if (others.length > 0) {
    return [type, ...others].every(isPlain) ? { kind: 'text', numbers: true } : { kind: 'json' }
  }
  if (type === 'boolean') return { kind: 'switch' }
  if (type === 'string') return { kind: 'text', numbers: false }
  if (type === 'array' && types(schema.items ?? {}).join() === 'string') return { kind: 'list' }
  if (type === 'object' && schema.properties) return { kind: 'group', fields: fieldsOf(schema) }
  if (type !== 'integer' && type !== 'number') return { kind: 'json' }
  return { kind: 'number', integer: type === 'integer', min: schema.minimum, max: schema.maximum }
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
