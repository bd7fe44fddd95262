/// Chooses an action: what makes sense on this tile first, then what always does, the rest in a list.
import { type ReactNode, useId } from 'react'
import { box } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { words } from '@/lib/format'
import type { ActionForm, Scene } from './action-form'
import { grouped } from './catalogue'

interface ActionPickerProps {
  scene: Scene
  chosen: ActionForm | undefined
  onChoose: (form: ActionForm) => void
}

export function ActionPicker({ scene, chosen, onChoose }: ActionPickerProps) {
  const id = useId()
  const { here, anywhere, seldom, elsewhere } = grouped(scene)
  const { place, character } = scene
  return (
    <div className="space-y-3">
      <Group
        title={`Here: ${words(place?.code ?? character.position.map_name)}`}
        none="There is nothing to do on this tile."
      >
        {here.map((form) => (
          <Choice key={form.id} form={form} isChosen={form === chosen} onChoose={onChoose} />
        ))}
      </Group>
      <Group title="Anywhere" none="">
        {anywhere.map((form) => (
          <Choice key={form.id} form={form} isChosen={form === chosen} onChoose={onChoose} />
        ))}
      </Group>
      <div>
        <label htmlFor={id} className="text-xs font-medium text-soft">
          Something else
        </label>
        <select
          id={id}
          value={[...seldom, ...elsewhere].find((form) => form === chosen)?.id ?? ''}
          onChange={({ target }) => {
            const form = [...seldom, ...elsewhere].find((one) => one.id === target.value)
            if (form) onChoose(form)
          }}
          className={cn(box, 'mt-1 h-9 max-w-80')}
        >
          <option value="">Choose one</option>
          <Options label="Seldom wanted" forms={seldom} />
          <Options label="Not possible on this tile, but after an order to go" forms={elsewhere} />
        </select>
      </div>
    </div>
  )
}

function Options({ label, forms }: { label: string; forms: readonly ActionForm[] }) {
  return (
    <optgroup label={label}>
      {forms.map((form) => (
        <option key={form.id} value={form.id}>
          {form.title}
        </option>
      ))}
    </optgroup>
  )
}

function Group({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  const id = useId()
  return (
    <fieldset aria-labelledby={id} className="min-w-0">
      <p id={id} className="mb-1.5 text-xs font-medium text-soft first-letter:uppercase">
        {title}
      </p>
      {children.length === 0 && <p className="text-sm">{none}</p>}
      <div className="flex flex-wrap gap-2">{children}</div>
    </fieldset>
  )
}

interface ChoiceProps {
  form: ActionForm
  isChosen: boolean
  onChoose: (form: ActionForm) => void
}

function Choice({ form, isChosen, onChoose }: ChoiceProps) {
  return (
    <Button
      size="small"
      aria-pressed={isChosen}
      className={cn(isChosen && 'border-curtain bg-curtain/8 text-curtain')}
      onClick={() => onChoose(form)}
    >
      {form.title}
    </Button>
  )
}
