/// One field with the input that fits it.
import type { Field } from '@/lib/fields'
import { ChoicesInput } from './choices-input'
import { ConfigInput, StrategyInput } from './config-input'
import { FieldFrame, Help, Mistake, tied } from './field-frame'
import type { InputProps, Mistakes, NestedProps } from './field-props'
import { GroupInput } from './group-input'
import { ChoiceInput, ListInput, NumberInput, TextInput } from './inputs'
import { ItemsInput } from './items-input'
import { JsonInput } from './json-input'
import { useSources } from './sources'
import { VariantsInput } from './variants-input'

export function SchemaField(given: Omit<NestedProps, 'error'>) {
  const names = useSources().codes.character ?? []
  const props = { ...given, error: mistake(given.id, given.field, given.mistakes) }
  const { input } = props.field
  switch (input.kind) {
    case 'switch':
      return <SwitchField {...props} />
    case 'group':
      return <GroupInput {...props} fields={input.fields} />
    case 'items':
      return <ItemsInput {...props} of={input} />
    case 'choices':
      return <ChoicesInput {...props} options={input.options} />
    case 'variants':
      return <VariantsInput {...props} of={input} />
    case 'config':
      return <ConfigInput {...props} />
    case 'list':
      if (input.codes !== 'character' || names.length === 0) return <Framed {...props} />
      return <ChoicesInput {...props} options={names.map(({ code }) => code)} />
    default:
      return <Framed {...props} />
  }
}

/** An input with its title above it. */
function Framed(props: NestedProps) {
  const { id, field, error } = props
  const { input } = field
  return (
    <FieldFrame id={id} field={field} error={error}>
      {input.kind === 'text' && <TextInput {...props} of={input} />}
      {input.kind === 'number' && <NumberInput {...props} of={input} />}
      {input.kind === 'choice' && <ChoiceInput {...props} options={input.options} />}
      {input.kind === 'strategy' && <StrategyInput {...props} />}
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

const NESTED = ['group', 'items', 'variants', 'config']

/** The first thing that is wrong with a field; what is wrong inside of one that has fields of its own stands there. */
function mistake(id: string, { input }: Field, mistakes: Mistakes): string | undefined {
  const nested = NESTED.includes(input.kind)
  const inside = (path: string) =>
    path === id || (!nested && (path.startsWith(`${id}[`) || path.startsWith(`${id}.`)))
  const found = Object.entries(mistakes).find(([path]) => inside(path))?.[1]
  return typeof found === 'string' ? found : undefined
}
