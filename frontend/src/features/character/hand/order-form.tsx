/// The form of one action. What is lost or bound by it is asked about again before it is ordered.
import { type FormEvent, useState } from 'react'
import type { OrderRequest } from '@/api/schema'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import type { ActionForm, Scene, Written } from './action-form'
import { filled, missing } from './catalogue'
import { HandField } from './hand-field'

interface OrderFormProps {
  form: ActionForm
  scene: Scene
  busy: boolean
  onOrder: (order: OrderRequest) => void
}

export function OrderForm({ form, scene, busy, onOrder }: OrderFormProps) {
  const [own, setOwn] = useState<Written>({})
  const [asking, setAsking] = useState(false)
  const [told, setTold] = useState<string>()
  const written = filled(form, scene, own)
  const order = () => {
    setAsking(false)
    onOrder(form.order(written, scene))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lack = missing(form, written)
    setTold(lack)
    if (lack !== undefined) return
    if (form.danger) setAsking(true)
    else order()
  }
  const write = (name: string) => (value: string) => {
    setTold(undefined)
    // Another item has another quantity.
    const { quantity: _, ...others } = own
    setOwn({ ...(name === 'code' || name === 'slot' ? others : own), [name]: value })
  }
  return (
    <form
      aria-label={form.title}
      onSubmit={submit}
      noValidate
      className="space-y-3 rounded-lg border border-line bg-sunken p-3"
    >
      <p className="text-sm">{form.about}</p>
      {form.fields.map((field) => (
        <HandField
          key={field.name}
          field={field}
          scene={scene}
          written={written}
          onWrite={write(field.name)}
        />
      ))}
      {told && (
        <p role="alert" className="text-sm text-alarm">
          {told}
        </p>
      )}
      <Button type="submit" variant="main" size="small" disabled={busy}>
        {busy ? 'Ordering…' : form.title}
      </Button>
      <Question
        open={asking}
        onOpenChange={setAsking}
        trigger={null}
        title={`${form.title}: are you sure?`}
        no="Leave it"
        yes={form.title}
        busy={busy}
        onYes={order}
      >
        <p>{form.danger}</p>
      </Question>
    </form>
  )
}
