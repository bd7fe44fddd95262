/// A value that comes in several forms: which one it is, and the fields that this one has.
import { cn } from '@/lib/cn'
import type { Input } from '@/lib/fields'
import { title } from '@/lib/format'
import { box, Mistake } from './field-frame'
import type { NestedProps, Values } from './field-props'
import { SchemaForm } from './schema-form'

export function VariantsInput(props: NestedProps & { of: Input & { kind: 'variants' } }) {
  const { id, field, of, value, error, mistakes, onChange } = props
  const written = (value ?? {}) as Values
  const chosen = of.variants.find(({ word }) => word === written[of.tag])
  return (
    <div className="space-y-3">
      <div>
        <select
          id={id}
          aria-label={field.title}
          aria-invalid={error !== undefined}
          aria-describedby={chosen?.help ? `${id}-help` : undefined}
          value={chosen?.word ?? ''}
          onChange={({ target }) => onChange({ [of.tag]: target.value })}
          className={cn(box, 'h-9')}
        >
          {!chosen && <option value="">Choose one</option>}
          {of.variants.map(({ word }) => (
            <option key={word} value={word}>
              {title(word)}
            </option>
          ))}
        </select>
        {chosen?.help && (
          <p id={`${id}-help`} className="mt-1 text-xs leading-snug text-soft">
            {chosen.help}
          </p>
        )}
        <Mistake id={id} error={error} />
      </div>
      {chosen && chosen.fields.length > 0 && (
        <SchemaForm
          fields={chosen.fields}
          values={written}
          mistakes={mistakes}
          path={`${id}.`}
          onChange={(next) => onChange({ ...next, [of.tag]: chosen.word })}
        />
      )}
    </div>
  )
}
