/// What the whole page must say before anything else: that it is not fresh, or that the server lacks something.
import type { Connection } from '@/api/live/connection'
import type { Status } from '@/api/schema'
import { count, minuteOfDay, timeOfDay, words } from '@/lib/format'

/** So many things that alerts have told are shown at once. */
const FIRINGS = 3

export interface Notice {
  id: string
  tone: 'note' | 'warn' | 'alarm'
  title: string
  text: string
  /** Whether asking the game at once may end it. */
  canRetry?: boolean
  /** What an alert has told: it stays until somebody dismisses it. */
  firing?: string
}

/** `asOf` is when the shown data arrived, local time in ms. */
export function notices(connection: Connection, status: Status | undefined, asOf: number): Notice[] {
  return [
    ...connectionNotice(connection, asOf),
    ...gameNotice(status),
    ...accountNotices(status),
    ...databaseNotice(status),
    ...firingNotices(status),
  ]
}

function connectionNotice(connection: Connection, asOf: number): Notice[] {
  if (connection.state === 'live' || connection.state === 'connecting') return []
  const known = asOf > 0 ? `What you see is as of ${timeOfDay(asOf)}. ` : ''
  const offline = connection.state === 'offline'
  return [
    {
      id: 'connection',
      tone: offline ? 'alarm' : 'warn',
      title: offline ? `No connection since ${timeOfDay(connection.since)}` : 'Live updates are interrupted',
      text: `${known}The page keeps trying to connect.`,
    },
  ]
}

function gameNotice(status: Status | undefined): Notice[] {
  if (status?.game.state !== 'away') return []
  const since = minuteOfDay(Date.parse(status.now) - status.game.since_ms)
  const text = `Since ${since} nobody can act. When it is back, everyone goes on by themselves.`
  return [
    {
      id: 'game',
      tone: 'alarm',
      title: 'The game does not answer',
      text: because(text, status.game.message),
    },
  ]
}

function accountNotices(status: Status | undefined): Notice[] {
  const accounts = status?.accounts ?? []
  const since = (ms: number) => minuteOfDay(Date.parse(status?.now ?? '') - ms)
  const rejected = accounts.filter(({ state }) => state === 'rejected')
  const sealed = accounts.filter(({ state }) => state === 'sealed')
  return [
    ...rejected.map(({ name, message, since_ms }): Notice => {
      const mend = name
        ? 'Give it a new token on the page Accounts.'
        : 'Callboard has it from ARTIFACTS_TOKEN (or --token): with a new one, start it again.'
      return {
        id: `account-${name}`,
        tone: 'alarm',
        title: name ? `The game rejects the token of ${name}` : 'The game rejects a token',
        text: `Since ${since(since_ms)} none of the account's characters can act: ${message}. ${mend}`,
        canRetry: true,
      }
    }),
    ...sealed.map(
      ({ name, message }): Notice => ({
        id: `account-${name}`,
        tone: 'alarm',
        title: `The account ${name} cannot be opened`,
        text: `${message?.replace(/^cannot be opened: /, '')}.`,
      }),
    ),
  ]
}

function databaseNotice(status: Status | undefined): Notice[] {
  if (status?.database.state !== 'away') return []
  const { backlog, message } = status.database
  const text = `The characters play on; ${count(backlog, 'log line')} on disk will be written when it is back.`
  return [{ id: 'database', tone: 'warn', title: 'The database is away', text: because(text, message) }]
}

/** The newest things that alerts have told; the page of the exchange has all of them. */
function firingNotices(status: Status | undefined): Notice[] {
  const told = (status?.firings ?? []).slice(0, FIRINGS)
  return told.map(({ id, words: what, at }) => ({
    id,
    tone: 'note',
    title: words(what),
    text: `Found out at ${minuteOfDay(at)}.`,
    firing: id,
  }))
}

/** Of a chain of causes the last one is the one to mend. */
function because(text: string, message: string | null | undefined): string {
  return message ? `${text} (${message.split(': ').at(-1)})` : text
}
