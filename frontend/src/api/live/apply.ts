/// Puts the socket's frames into the query cache. A snapshot replaces everything, also with lower versions (the server
/// may have started anew); a delta never replaces newer by older.
import type { QueryClient } from '@tanstack/react-query'
import { type Character, merge, received } from '../characters'
import { keys } from '../keys'
import type { LiveFrame } from '../schema'

export type Snapshot = Extract<LiveFrame, { type: 'snapshot' }>
export type Delta = Extract<LiveFrame, { type: 'delta' }>

export function applySnapshot(client: QueryClient, frame: Snapshot, receivedAt: number): void {
  // An answer still under way over HTTP is older than this frame: it must not land on top of it.
  void client.cancelQueries({ queryKey: keys.live })
  client.setQueryData<Character[]>(keys.characters, received(frame.characters, receivedAt))
  if (frame.tree) client.setQueryData(keys.tree, frame.tree)
  client.setQueryData(keys.status, frame.status)
  client.setQueryData(keys.goals, frame.goals)
  client.setQueryData(keys.events, frame.events)
}

export function applyDelta(client: QueryClient, frame: Delta, receivedAt: number): void {
  if (frame.characters || frame.removed) {
    const changed = received(frame.characters ?? [], receivedAt)
    const removed = frame.removed ?? []
    client.setQueryData<Character[]>(keys.characters, (known = []) => merge(known, changed, removed))
  }
  if (frame.tree) client.setQueryData(keys.tree, frame.tree)
  if (frame.goals) client.setQueryData(keys.goals, frame.goals)
  if (frame.status) client.setQueryData(keys.status, frame.status)
  if (frame.events) client.setQueryData(keys.events, frame.events)
}
