/// What a new goal begins with: its kind, and a template of that kind if there are any.
import { PlanPicker } from '@/components/automation/plan-picker'
import { box } from '@/components/form/field-frame'
import type { Values } from '@/components/form/schema-form'
import { cn } from '@/lib/cn'
import { title } from '@/lib/format'
import type { Kind } from './queries'

interface KindChoiceProps {
  kinds: Kind[]
  chosen: Kind
  onChoose: (kind: string, config: Values) => void
}

export function KindChoice({ kinds, chosen, onChoose }: KindChoiceProps) {
  const choose = (next: string) => {
    const kind = kinds.find(({ name }) => name === next)
    onChoose(next, (kind?.defaults ?? {}) as Values)
  }
  const beginnings = chosen.templates.map((one) => ({ ...one, id: one.title, strategy: chosen.name }))
  return (
    <>
      <label className="block text-sm font-medium">
        Kind of goal
        <select
          value={chosen.name}
          onChange={({ target }) => choose(target.value)}
          className={cn(box, 'mt-1 h-9 font-normal')}
        >
          {kinds.map(({ name }) => (
            <option key={name} value={name}>
              {title(name)}
            </option>
          ))}
        </select>
      </label>
      <p className="text-sm text-soft">{chosen.description}</p>
      <PlanPicker
        key={chosen.name}
        beginnings={beginnings}
        onPick={({ config }) => onChoose(chosen.name, { ...chosen.defaults, ...config })}
      />
    </>
  )
}
