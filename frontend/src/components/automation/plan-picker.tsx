/// Fills a plan from a template, or from what was saved, in one choice; the form below shows what was taken.
import { useId, useState } from 'react'
import { box } from '@/components/form/field-frame'
import { cn } from '@/lib/cn'
import type { Plan } from './queries'

export interface Beginning extends Plan {
  id: string
  title: string
  about: string
}

interface PlanPickerProps {
  beginnings: readonly Beginning[]
  onPick: (plan: Plan) => void
}

export function PlanPicker({ beginnings, onPick }: PlanPickerProps) {
  const id = useId()
  const [picked, setPicked] = useState('')
  const chosen = beginnings.find((one) => one.id === picked)
  if (beginnings.length === 0) return null
  const pick = (next: string) => {
    setPicked(next)
    const { strategy, config } = beginnings.find((one) => one.id === next) ?? {}
    if (strategy && config) onPick({ strategy, config })
  }
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        Begin with a template
      </label>
      <select
        id={id}
        value={picked}
        onChange={({ target }) => pick(target.value)}
        aria-describedby={chosen && `${id}-about`}
        className={cn(box, 'mt-1 h-9')}
      >
        <option value="">None: fill in the form below</option>
        {beginnings.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      {chosen && (
        <p id={`${id}-about`} className="mt-1 text-xs text-soft">
          {chosen.about}
        </p>
      )}
    </div>
  )
}
