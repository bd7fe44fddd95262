/// Where a run stands, in a word.
import type { Run } from '@/api/characters'
import { Chip, type Tone } from '@/components/chip'
import { title } from '@/lib/format'

const tones: Record<Run['status'], Tone> = {
  running: 'good',
  stopping: 'wait',
  winding_down: 'wait',
  paused: 'wait',
  taken_over: 'wait',
  stopped: 'idle',
  done: 'good',
  blocked: 'alarm',
  failed: 'alarm',
}

/** `held`: the game does not answer, so that nothing happens. */
export function RunStatus({ status, held = false }: { status: Run['status']; held?: boolean }) {
  if (held && status === 'running') return <Chip tone="wait">Held up</Chip>
  return <Chip tone={tones[status]}>{title(status)}</Chip>
}
