/// One field of an action's form.
import { useId } from 'react'
import { box } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { number } from '@/lib/format'
import type { HandField as Field, Option, Scene, Written } from './action-form'

interface HandFieldProps {
  field: Field
  scene: Scene
  written: Written
  onWrite: (value: string) => void
}

export function HandField(props: HandFieldProps) {
  const { field, written, onWrite } = props
  const id = useId()
  const value = written[field.name] ?? ''
  if (field.kind === 'check') {
    return (
      <label className="flex items-center gap-2 text-sm font-medium">
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={({ target }) => onWrite(target.checked ? 'yes' : '')}
          className="accent-curtain"
        />
        {field.label}
      </label>
    )
  }
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {field.label}
      </label>
      <div className="mt-1">
        {field.kind === 'choice' && <Choice id={id} {...props} field={field} />}
        {field.kind === 'number' && <Amount id={id} {...props} field={field} />}
        {field.kind === 'text' && (
          <input
            id={id}
            value={value}
            onChange={({ target }) => onWrite(target.value.trim())}
            autoCapitalize="off"
            spellCheck={false}
            className={cn(box, 'h-9')}
          />
        )}
      </div>
    </div>
  )
}

type Of<Kind> = HandFieldProps & { id: string; field: Field & { kind: Kind } }

function Choice({ id, field, scene, written, onWrite }: Of<'choice'>) {
  const options = field.options(scene, written)
  const none = field.optional ? 'Nobody' : field.none
  return (
    <select
      id={id}
      value={written[field.name] ?? ''}
      disabled={options.length === 0}
      onChange={({ target }) => onWrite(target.value)}
      className={cn(box, 'h-9')}
    >
      {(field.optional || options.length === 0) && <option value="">{none}</option>}
      {grouped(options).map(([group, members]) => {
        const choices = members.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))
        return group ? (
          <optgroup key={group} label={group}>
            {choices}
          </optgroup>
        ) : (
          choices
        )
      })}
    </select>
  )
}

/** The options under their headings, in the order in which those come. */
function grouped(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const group = option.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), option])
  }
  return [...groups]
}

function Amount({ id, field, scene, written, onWrite }: Of<'number'>) {
  const most = field.most?.(scene, written)
  return (
    <div className="flex gap-2">
      <input
        id={id}
        type="number"
        min={1}
        max={most}
        step={1}
        value={written[field.name] ?? ''}
        onChange={({ target }) => onWrite(target.value)}
        className={cn(box, 'h-9 max-w-40')}
      />
      {most !== undefined && most > 1 && (
        <Button size="small" onClick={() => onWrite(String(most))}>
          All {number(most)}
        </Button>
      )}
    </div>
  )
}
