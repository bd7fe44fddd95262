/// How the end of an action is shown: a sign, a colour, a word.
import { Ban, Check, CircleHelp, CircleSlash, type LucideIcon } from 'lucide-react'

interface Outcome {
  sign: LucideIcon
  colour: string
  word: string
}

const parked: Outcome = { sign: CircleHelp, colour: 'text-alarm', word: 'Outcome unknown, parked' }

const outcomes: Record<string, Outcome> = {
  applied: { sign: Check, colour: 'text-good', word: 'Done' },
  refused: { sign: Ban, colour: 'text-warn', word: 'Refused by the game' },
  not_sent: { sign: CircleSlash, colour: 'text-soft', word: 'Not sent' },
  parked,
}

export function outcomeOf(outcome: string): Outcome {
  return outcomes[outcome] ?? parked
}
