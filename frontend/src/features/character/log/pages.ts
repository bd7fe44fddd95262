/// The log of a character as it is read: the newest page again and again, older ones on request.
import type { LogEntry, LogPage } from '@/api/schema'

/** All that has been read so far, newest first, without a gap. */
export interface LogRead {
  entries: readonly LogEntry[]
  /** Where the next older page begins; none after the last. */
  next: string | null
}

/** The newest page on top of what is known. Where they do not meet, what is known would have a gap: it is dropped. */
export function withNewest(known: LogRead | undefined, { data, next_cursor }: LogPage): LogRead {
  const meets = known && data.some(({ id }) => id === known.entries[0]?.id)
  if (!meets) return { entries: data, next: next_cursor }
  const fresh = data.filter(({ id }) => !known.entries.some((entry) => entry.id === id))
  return { entries: [...fresh, ...known.entries], next: known.next }
}

/** The next older page below what is known. */
export function withOlder(known: LogRead, { data, next_cursor }: LogPage): LogRead {
  return { entries: [...known.entries, ...data], next: next_cursor }
}
