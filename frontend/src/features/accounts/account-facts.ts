/// What the page says of an account, in words and figures.
import type { Character } from '@/api/characters'
import type { AccountView } from '@/api/schema'
import type { Tone } from '@/components/chip'
import { count } from '@/lib/format'

const states: Record<AccountView['state'], { word: string; tone: Tone }> = {
  opening: { word: 'Asking the game', tone: 'wait' },
  ok: { word: 'Playing', tone: 'good' },
  rejected: { word: 'Token rejected', tone: 'alarm' },
  sealed: { word: 'Cannot be opened', tone: 'alarm' },
  removing: { word: 'Being removed', tone: 'warn' },
}

export function stateWord({ state }: AccountView): { word: string; tone: Tone } {
  return states[state]
}

/** "5 characters, 4 at work" */
export function company({ name, characters }: AccountView, all: readonly Character[]): string {
  if (characters.length === 0) return 'No characters yet'
  const own = all.filter(({ account }) => account === name)
  const busy = own.filter(({ state, problem }) => !problem && state !== 'idle' && state !== 'parked')
  return `${count(characters.length, 'character')}, ${busy.length} at work`
}

/** The part of the hour's requests that were sent for this account, 0 to 1; nothing before the first. */
export function share(account: AccountView, all: readonly AccountView[]): number | undefined {
  const total = all.reduce((sum, { requests_last_hour }) => sum + requests_last_hour, 0)
  return total > 0 ? account.requests_last_hour / total : undefined
}

export function origin({ origin }: AccountView): string {
  return origin === 'added'
    ? 'Added on the dashboard; the token is kept encrypted'
    : 'Given at the start (ARTIFACTS_TOKEN or --token)'
}
