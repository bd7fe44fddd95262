/// How a character stands, for the summary and the colours: at work, idle, or stuck until somebody looks.
import type { Character } from '@/api/characters'
import type { Tone } from '@/components/chip'

export type Standing = 'working' | 'idle' | 'stuck'

export function standing(character: Character): Standing {
  if (trouble(character) !== undefined) return 'stuck'
  return character.state === 'idle' ? 'idle' : 'working'
}

/** Why a person should look, if one should. */
export function trouble({ problem, state, automation, why }: Character): string | undefined {
  if (problem) return problem
  if (automation?.status === 'blocked' || automation?.status === 'failed') {
    return `The automation ${automation.status === 'failed' ? 'failed' : 'is blocked'}: ${automation.reason || why}`
  }
  if (state !== 'parked') return undefined
  return why || 'An action could not be cleared up and waits for a decision.'
}

/** What it does, also when the server has no words for it. */
export function doing(character: Character): string {
  if (character.doing) return character.doing
  if (trouble(character) !== undefined) return 'Waits for you'
  return character.state === 'idle' ? 'Nothing to do' : 'Getting ready'
}

/** Why it does that: nobody stands idle on the board without a reason. */
export function why({ why, state, automation }: Character): string {
  if (why || state !== 'idle') return why
  return automation?.reason || 'No automation is running. Start one below.'
}

const states: Record<Character['state'], { word: string; tone: Tone }> = {
  starting: { word: 'Starting', tone: 'wait' },
  acting: { word: 'Acting', tone: 'good' },
  cooldown: { word: 'Cooling down', tone: 'good' },
  waiting: { word: 'Waiting', tone: 'wait' },
  idle: { word: 'Idle', tone: 'idle' },
  resolving: { word: 'Checking a lost reply', tone: 'warn' },
  parked: { word: 'Parked', tone: 'alarm' },
}

/** The state in a word or two. */
export function stateWord({ state, automation }: Character): { word: string; tone: Tone } {
  if (automation?.status === 'blocked') return { word: 'Blocked', tone: 'alarm' }
  if (automation?.status === 'failed') return { word: 'Failed', tone: 'alarm' }
  return states[state]
}
