/// A value that has no input of its own, written as JSON. What is not JSON yet is kept as text, which the server refuses.
import { useState } from 'react'
import { cn } from '@/lib/cn'
import { box, tied } from './field-frame'
import type { InputProps } from './field-props'

export function JsonInput({ id, field, value, error, onChange }: InputProps) {
  const [text, setText] = useState(() => JSON.stringify(value ?? null, null, 2))
  const write = (next: string) => {
    setText(next)
    onChange(read(next))
  }
  return (
    <textarea
      {...tied(id, field, error)}
      value={text}
      onChange={({ target }) => write(target.value)}
      rows={Math.min(12, Math.max(3, text.split('\n').length))}
      spellCheck={false}
      className={cn(box, 'py-2 font-mono')}
    />
  )
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
