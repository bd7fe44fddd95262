/// Any of a few words, as boxes to tick.
import { words } from '@/lib/format'
import { Help, Mistake, tied } from './field-frame'
import type { InputProps } from './field-props'

export function ChoicesInput({
  id,
  field,
  value,
  error,
  onChange,
  options,
}: InputProps & { options: string[] }) {
  const chosen: unknown[] = Array.isArray(value) ? value : []
  const turn = (option: string, on: boolean) =>
    onChange(options.filter((one) => (one === option ? on : chosen.includes(one))))
  return (
    <fieldset {...tied(id, field, error)}>
      <legend className="text-sm font-medium">{field.title}</legend>
      <Help id={id} field={field} />
      <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1.5">
        {options.map((option) => (
          <label key={option} className="flex items-center gap-1.5 text-sm first-letter:uppercase">
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={({ target }) => turn(option, target.checked)}
              className="accent-curtain"
            />
            {words(option)}
          </label>
        ))}
      </div>
      <Mistake id={id} error={error} />
    </fieldset>
  )
}
