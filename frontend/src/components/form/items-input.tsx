/// Several values of one kind, one below the other: add, remove, move up and down.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Field, Input } from '@/lib/fields'
import { title } from '@/lib/format'
import { Help, Mistake } from './field-frame'
import type { NestedProps } from './field-props'
import { ItemFrame } from './item-frame'
import { SchemaField } from './schema-field'
import { SchemaForm } from './schema-form'

export function ItemsInput(props: NestedProps & { of: Input & { kind: 'items' } }) {
  const { id, field, of, value, error, mistakes, onChange } = props
  const items: unknown[] = Array.isArray(value) ? value : []
  const [keys, setKeys] = useState(() => items.map((_, index) => index))
  const set = (next: unknown[], nextKeys: number[]) => {
    setKeys(nextKeys)
    onChange(next)
  }
  const replace = (index: number, next: unknown) => onChange(items.with(index, next))
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{field.title}</legend>
      <Help id={id} field={field} />
      <Mistake id={id} error={error} />
      <ol className="mt-2 space-y-3">
        {items.map((item, index) => (
          <ItemFrame
            key={keys[index] ?? index}
            name={`${title(of.noun)} ${index + 1}`}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            onMove={(by) => set(moved(items, index, by), moved(keys, index, by))}
            onRemove={() => set(items.toSpliced(index, 1), keys.toSpliced(index, 1))}
          >
            <Item
              id={`${id}[${index}]`}
              field={{
                ...field,
                title: `${title(of.noun)} ${index + 1}`,
                help: '',
                nullable: false,
                input: of.item,
              }}
              value={item}
              values={{}}
              mistakes={mistakes}
              onChange={(next) => replace(index, next)}
            />
          </ItemFrame>
        ))}
      </ol>
      <Button
        size="small"
        className="mt-2"
        onClick={() => set([...items, fresh(of.item)], [...keys, Math.max(-1, ...keys) + 1])}
      >
        <Plus aria-hidden /> Add a {of.noun}
      </Button>
    </fieldset>
  )
}

/** A group has its frame from the list already. */
function Item(props: Omit<NestedProps, 'error'> & { field: Field }) {
  const { id, field, value, mistakes, onChange } = props
  if (field.input.kind !== 'group') return <SchemaField {...props} />
  return (
    <SchemaForm
      fields={field.input.fields}
      values={(value ?? {}) as Record<string, unknown>}
      mistakes={mistakes}
      path={`${id}.`}
      onChange={onChange}
    />
  )
}

/** What a new one begins with. */
function fresh(item: Input): unknown {
  if (item.kind === 'variants') return { [item.tag]: item.variants[0]?.word }
  return item.kind === 'group' ? {} : null
}

function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const rest = list.toSpliced(index, 1)
  return rest.toSpliced(index + by, 0, ...list.slice(index, index + 1))
}
