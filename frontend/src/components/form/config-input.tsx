/// A strategy within a configuration, as a step of a workflow has it: which one, and its own form.
import { cn } from '@/lib/cn'
import { fieldsOf } from '@/lib/fields'
import { title } from '@/lib/format'
import { box, FieldFrame, Mistake, tied } from './field-frame'
import type { InputProps, NestedProps, Values } from './field-props'
import { JsonInput } from './json-input'
import { SchemaForm } from './schema-form'
import { useSources } from './sources'

export function StrategyInput({ id, field, value, error, onChange }: InputProps) {
  const names = useSources().strategies.map(({ name }) => name)
  const chosen = typeof value === 'string' ? value : ''
  return (
    <select
      {...tied(id, field, error)}
      value={chosen}
      onChange={({ target }) => onChange(target.value)}
      className={cn(box, 'h-9')}
    >
      {!names.includes(chosen) && <option value={chosen}>{chosen ? title(chosen) : 'Choose one'}</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {title(name)}
        </option>
      ))}
    </select>
  )
}

/** Folded: the defaults of a strategy are good for most steps. */
export function ConfigInput(props: NestedProps) {
  const { id, field, value, values, mistakes, onChange } = props
  const strategy = useSources().strategies.find(({ name }) => name === values.strategy)
  if (!strategy) {
    return (
      <FieldFrame id={id} field={field} error={props.error}>
        <JsonInput {...props} />
      </FieldFrame>
    )
  }
  const config = (value ?? {}) as Values
  const wrong = Object.keys(mistakes).some((path) => path === id || path.startsWith(`${id}.`))
  const written = Object.values(config).filter((one) => one !== null && one !== undefined).length
  return (
    <details open={wrong || undefined} className="rounded-lg border border-line">
      <summary className="px-3 py-2 text-sm font-medium hover:bg-sunken">
        Configuration{' '}
        <span className="font-normal text-soft">
          {written > 0 ? `· ${written} set, the rest as usual` : '· all as usual'}
        </span>
      </summary>
      <div className="border-t border-line p-3">
        <Mistake id={id} error={props.error} />
        <SchemaForm
          fields={fieldsOf(strategy.schema)}
          values={{ ...defaultsOf(strategy), ...config }}
          mistakes={mistakes}
          path={`${id}.`}
          onChange={(next) => onChange(differing(next, defaultsOf(strategy)))}
        />
      </div>
    </details>
  )
}

function defaultsOf({ schema }: { schema: unknown }): Values {
  const { properties = {} } = schema as { properties?: Record<string, { default?: unknown }> }
  return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, field.default]))
}

/** What is as it would be anyway is not written down: it stays short, and follows when a default changes. */
function differing(config: Values, defaults: Values): Values {
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(defaults[name])
  return Object.fromEntries(Object.entries(config).filter(differs))
}
