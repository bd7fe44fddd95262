/// Asks what a character should do.
import type { Character } from '@/api/characters'
import { DialogContent } from '@/components/ui/dialog'
import { StartBody } from './start-body'

interface StartDialogProps {
  character: Character
  onDone: () => void
}

/** Mounted only while the dialog is open, so that each opening starts from the present state. */
export function StartDialog(props: StartDialogProps) {
  const { name, automation } = props.character
  return (
    <DialogContent
      title={`What should ${name} do?`}
      description={
        automation?.status === 'running'
          ? 'Replaces what runs now. An action that is on its way to the game is finished first.'
          : 'Choose a strategy and say what it should aim at.'
      }
    >
      <StartBody {...props} />
    </DialogContent>
  )
}
