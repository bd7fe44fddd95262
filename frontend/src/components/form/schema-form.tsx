/// The fields of a configuration as a form. It holds nothing itself: values come in, changed values go out.
import type { Field } from '@/lib/fields'
import type { Mistakes, Values } from './field-props'
import { SchemaField } from './schema-field'

export type { Mistakes, Values } from './field-props'

interface SchemaFormProps {
  fields: Field[]
  values: Values
  mistakes: Mistakes
  /** What stands before a field's name in paths. */
  path?: string
  onChange: (values: Values) => void
}

export function SchemaForm({ fields, values, mistakes, path = '', onChange }: SchemaFormProps) {
  return (
    <div className="space-y-4">
      {fields.map((field) => (
        <SchemaField
          key={`${path}${field.name}`}
          id={`${path}${field.name}`}
          field={field}
          value={values[field.name]}
          values={values}
          mistakes={mistakes}
          onChange={(value) => onChange(changed(values, field, value))}
        />
      ))}
    </div>
  )
}

/** Another strategy has another configuration: what was written for the old one means nothing to it. */
function changed(values: Values, { name, input }: Field, value: unknown): Values {
  return input.kind === 'strategy' ? { ...values, [name]: value, config: {} } : { ...values, [name]: value }
}
