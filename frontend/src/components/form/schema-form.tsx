/// The fields of a configuration as a form. It holds nothing itself: values come in, changed values go out.
import type { Field } from '@/lib/fields'
import { FieldFrame, Help, Mistake, tied } from './field-frame'
import { GroupInput } from './group-input'
import { ChoiceInput, type InputProps, ListInput, NumberInput, TextInput } from './inputs'
import { JsonInput } from './json-input'

export type Values = Record<string, unknown>
/** What is wrong with fields, by their path: `loops`, `keep[2]`, `collect.code`. */
export type Mistakes = Readonly<Record<string, unknown>>

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
      {fields.map((field) => {
        const id = `${path}${field.name}`
        return (
          <SchemaField
            key={id}
            id={id}
            field={field}
            value={values[field.name]}
            error={mistake(id, field, mistakes)}
            mistakes={mistakes}
            onChange={(value) => onChange({ ...values, [field.name]: value })}
          />
        )
      })}
    </div>
  )
}

function SchemaField({ mistakes, ...props }: InputProps & { mistakes: Mistakes }) {
  const { input } = props.field
  if (input.kind === 'switch') return <SwitchField {...props} />
  if (input.kind === 'group') return <GroupInput {...props} fields={input.fields} mistakes={mistakes} />
  return (
    <FieldFrame id={props.id} field={props.field} error={props.error}>
      {input.kind === 'text' && <TextInput {...props} numbers={input.numbers} />}
      {input.kind === 'number' && <NumberInput {...props} of={input} />}
      {input.kind === 'choice' && <ChoiceInput {...props} options={input.options} />}
      {input.kind === 'list' && <ListInput {...props} />}
      {input.kind === 'json' && <JsonInput {...props} />}
    </FieldFrame>
  )
}

function SwitchField({ id, field, value, error, onChange }: InputProps) {
  return (
    <div>
      <label className="flex items-center gap-2 text-sm font-medium">
        <input
          {...tied(id, field, error)}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked)}
          className="accent-curtain"
        />
        {field.title}
      </label>
      <Help id={id} field={field} />
      <Mistake id={id} error={error} />
    </div>
  )
}

/** The first thing that is wrong with a field; what is wrong inside of a group stands there. */
function mistake(id: string, { input }: Field, mistakes: Mistakes): string | undefined {
  const inside = (path: string) =>
    path === id || path.startsWith(`${id}[`) || (input.kind !== 'group' && path.startsWith(`${id}.`))
  const found = Object.entries(mistakes).find(([path]) => inside(path))?.[1]
  return typeof found === 'string' ? found : undefined
}
