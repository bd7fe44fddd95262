/// Several fields that belong together; where the whole may be left out, a box says whether it is wanted.
import type { Field } from '@/lib/fields'
import { Help, Mistake, tied } from './field-frame'
import type { NestedProps, Values } from './field-props'
import { SchemaForm } from './schema-form'

export function GroupInput({
  id,
  field,
  fields,
  value,
  error,
  mistakes,
  onChange,
}: NestedProps & { fields: Field[] }) {
  const wanted = typeof value === 'object' && value !== null
  return (
    <fieldset className="rounded-lg border border-line p-3">
      <legend className="px-1 text-sm font-medium">
        {field.nullable ? (
          <label className="flex items-center gap-2">
            <input
              {...tied(id, field, error)}
              type="checkbox"
              checked={wanted}
              onChange={({ target }) => onChange(target.checked ? {} : null)}
              className="accent-curtain"
            />
            {field.title}
          </label>
        ) : (
          field.title
        )}
      </legend>
      <Help id={id} field={field} />
      <Mistake id={id} error={error} />
      {(wanted || !field.nullable) && (
        <div className="mt-3">
          <SchemaForm
            fields={fields}
            values={(value ?? {}) as Values}
            mistakes={mistakes}
            path={`${id}.`}
            onChange={onChange}
          />
        </div>
      )}
    </fieldset>
  )
}
