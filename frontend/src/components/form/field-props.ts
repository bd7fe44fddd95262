/// What every input of a form is given.
import type { Field } from '@/lib/fields'

export type Values = Record<string, unknown>
/** What is wrong with fields, by their path: `loops`, `keep[2]`, `collect.code`. */
export type Mistakes = Readonly<Record<string, unknown>>

export interface InputProps {
  /** Its path, which is its id on the page, too. */
  id: string
  field: Field
  value: unknown
  error: string | undefined
  /** `undefined` leaves the field to its default. */
  onChange: (value: unknown) => void
}

/** Of inputs that have inputs of their own within. */
export interface NestedProps extends InputProps {
  mistakes: Mistakes
  /** The values of the fields beside it. */
  values: Values
}
