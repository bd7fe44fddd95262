/// What stands round an input: its label, what it means, and what is wrong with it.
import type { ReactNode } from 'react'
import { Marked } from '@/components/marked'
import type { Field } from '@/lib/fields'

export const box =
  'block w-full rounded-lg border border-line bg-sunken px-3 text-sm aria-invalid:border-alarm'

/** What ties an input to the words round it. */
export function tied(id: string, { help }: Field, error: string | undefined) {
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-invalid': error !== undefined, 'aria-describedby': described || undefined }
}

interface FieldFrameProps {
  id: string
  field: Field
  error: string | undefined
  children: ReactNode
}

export function FieldFrame({ id, field, error, children }: FieldFrameProps) {
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {field.title}
      </label>
      <Help id={id} field={field} />
      <div className="mt-1">{children}</div>
      <Mistake id={id} error={error} />
    </div>
  )
}

export function Help({ id, field }: { id: string; field: Field }) {
  return field.help ? (
    <p id={`${id}-help`} className="text-xs leading-snug text-soft">
      {field.help}
    </p>
  ) : null
}

export function Mistake({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={`${id}-error`} className="mt-1 text-xs text-alarm">
      <Marked text={error} />
    </p>
  ) : null
}
