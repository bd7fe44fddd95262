/// The inputs of single values: text, numbers, choices, lists of words, and JSON for what has no input of its own.
import { useState } from 'react'
import { cn } from '@/lib/cn'
import type { Field, Input } from '@/lib/fields'
import { words } from '@/lib/format'
import { box, tied } from './field-frame'
import type { InputProps } from './field-props'
import { listOf } from './sources'

/** What an empty input stands for. */
const nothing = ({ nullable }: Field) => (nullable ? null : undefined)

export function TextInput({
  id,
  field,
  value,
  error,
  onChange,
  of,
}: InputProps & { of: Input & { kind: 'text' } }) {
  const read = (text: string) => (of.numbers && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
  return (
    <input
      {...tied(id, field, error)}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? nothing(field) : read(target.value.trim()))}
      list={of.codes && listOf(of.codes)}
      autoCapitalize="off"
      spellCheck={false}
      className={cn(box, 'h-9')}
    />
  )
}

export function NumberInput({
  id,
  field,
  value,
  error,
  onChange,
  of,
}: InputProps & { of: Input & { kind: 'number' } }) {
  return (
    <input
      {...tied(id, field, error)}
      type="number"
      min={of.min}
      max={of.max}
      step={of.integer ? 1 : 'any'}
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? nothing(field) : Number(target.value))}
      className={cn(box, 'h-9')}
    />
  )
}

export function ChoiceInput({
  id,
  field,
  value,
  error,
  onChange,
  options,
}: InputProps & { options: string[] }) {
  return (
    <select
      {...tied(id, field, error)}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      className={cn(box, 'h-9')}
    >
      {field.nullable && <option value="">—</option>}
      {options.map((option) => (
        <option key={option} value={option}>
          {words(option)}
        </option>
      ))}
    </select>
  )
}

/** The text stays as it is written; what it stands for is read from it. */
export function ListInput({ id, field, value, error, onChange }: InputProps) {
  const [text, setText] = useState(Array.isArray(value) ? value.join(', ') : '')
  const write = (next: string) => {
    setText(next)
    onChange(next.split(/[\s,]+/).filter(Boolean))
  }
  return (
    <input
      {...tied(id, field, error)}
      value={text}
      onChange={({ target }) => write(target.value)}
      placeholder="one, another"
      autoCapitalize="off"
      spellCheck={false}
      className={cn(box, 'h-9')}
    />
  )
}
