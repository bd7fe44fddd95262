/// The words for how the live socket is. Kept in the query cache like everything else that is shown.

export type Connection =
  | { state: 'connecting' }
  | { state: 'live' }
  /** Lost a moment ago; `since` (local ms) is when. */
  | { state: 'reconnecting'; since: number }
  /** Lost for longer, or the browser knows of no network. Tries go on all the same. */
  | { state: 'offline'; since: number }

export const connecting: Connection = { state: 'connecting' }

/** Tries without success after which "reconnecting" would be too hopeful a word. */
const HOPEFUL_TRIES = 5

export function lost(since: number, tries: number): Connection {
  return { state: tries > HOPEFUL_TRIES || !navigator.onLine ? 'offline' : 'reconnecting', since }
}
