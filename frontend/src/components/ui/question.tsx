/// Asks before something that cannot be taken back. The safe answer has the focus; Escape gives it too.
import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'
import { overlay, panel } from './modal'

interface QuestionProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Where the focus goes when it closes; without it, back to the trigger. */
  onClosed?: () => void
  trigger: ReactNode
  title: ReactNode
  children: ReactNode
  no: string
  /** A way in between, if there is one. */
  other?: string
  onOther?: () => void
  yes: string
  busy?: boolean
  onYes: () => void
}

export function Question(props: QuestionProps) {
  const closed = (event: Event) => {
    if (!props.onClosed) return
    event.preventDefault()
    props.onClosed()
  }
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      {props.trigger && <AlertDialog.Trigger asChild>{props.trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlay} />
        <AlertDialog.Content className={panel} onCloseAutoFocus={closed}>
          <AlertDialog.Title className="font-serif text-xl font-semibold">{props.title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-2 space-y-3 text-sm text-soft">{props.children}</div>
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{props.no}</Button>
            </AlertDialog.Cancel>
            {props.other && (
              <Button disabled={props.busy} onClick={props.onOther}>
                {props.other}
              </Button>
            )}
            <Button variant="main" disabled={props.busy} onClick={props.onYes}>
              {props.yes}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
