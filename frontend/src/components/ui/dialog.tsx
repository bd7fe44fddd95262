/// A modal sheet over the page: at the bottom on a phone, in the middle elsewhere. Radix keeps the focus inside.
import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { overlay, panel } from './modal'

export const Dialog = Primitive.Root
export const DialogTrigger = Primitive.Trigger

export function DialogContent(props: { title: ReactNode; description: ReactNode; children: ReactNode }) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlay} />
      <Primitive.Content className={panel} onOpenAutoFocus={toTheChosen}>
        <Primitive.Title className="pr-10 font-serif text-xl font-semibold">{props.title}</Primitive.Title>
        <Primitive.Description className="mt-1 text-sm text-soft">{props.description}</Primitive.Description>
        {props.children}
        <Primitive.Close asChild>
          <Button variant="quiet" size="icon" className="absolute top-3 right-3" aria-label="Close">
            <X aria-hidden />
          </Button>
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  )
}

/** What is chosen already is a better place to begin than the first choice there is. */
function toTheChosen(event: Event) {
  const dialog = event.currentTarget
  const chosen = dialog instanceof HTMLElement ? dialog.querySelector<HTMLElement>('input:checked') : null
  if (!chosen) return
  event.preventDefault()
  chosen.focus()
}
