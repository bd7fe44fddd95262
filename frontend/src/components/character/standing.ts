/// How a character stands, for the summary and the colours: at work, held up by the game, idle, or stuck until somebody
/// looks.
import type { Character } from '@/api/characters'
import type { Tone } from '@/components/chip'
import { dateAndMinute } from '@/lib/format'

export type Standing = 'working' | 'held' | 'idle' | 'stuck'

export function standing(character: Character): Standing {
  if (trouble(character) !== undefined) return 'stuck'
  if (character.state === 'game_away') return 'held'
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
  if (character.state === 'game_away') return 'Waits for the game'
  if (character.doing) return character.doing
  if (trouble(character) !== undefined) return 'Waits for you'
  return character.state === 'idle' ? 'Nothing to do' : 'Getting ready'
}

/** Why it does that: nobody stands idle on the board without a reason. */
export function why({ doing, why, state, automation, as_of }: Character): string {
  if (as_of) return `As last seen on ${dateAndMinute(as_of)}. What is true now is read from the game.`
  if (state === 'game_away' && doing) return `Then: ${doing}`
  if (why || state !== 'idle') return why
  return automation?.reason || 'No automation is running. Start one below.'
}

const states: Record<Character['state'], { word: string; tone: Tone }> = {
  starting: { word: 'Starting', tone: 'wait' },
  acting: { word: 'Acting', tone: 'good' },
  cooldown: { word: 'Cooling down', tone: 'good' },
  waiting: { word: 'Waiting', tone: 'wait' },
  game_away: { word: 'Waiting for the game', tone: 'warn' },
  idle: { word: 'Idle', tone: 'idle' },
  resolving: { word: 'Checking a lost reply', tone: 'warn' },
  parked: { word: 'Parked', tone: 'alarm' },
}

/** The state in a word or two. */
export function stateWord({ state, automation, problem }: Character): { word: string; tone: Tone } {
  if (automation?.status === 'blocked') return { word: 'Blocked', tone: 'alarm' }
  if (automation?.status === 'failed') return { word: 'Failed', tone: 'alarm' }
  return problem ? { word: states[state].word, tone: 'alarm' } : states[state]
}
