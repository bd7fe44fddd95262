/// Ties the live socket to the query cache and to the browser's events.
import type { QueryClient } from '@tanstack/react-query'
import { keys } from '../keys'
import { applyDelta, applySnapshot } from './apply'
import type { Connection } from './connection'
import { LiveSocket } from './socket'

/** Starts feeding the cache; the answer stops it. */
export function startLive(client: QueryClient): () => void {
  const socket = new LiveSocket(`${window.location.origin.replace(/^http/, 'ws')}/api/v1/live`, {
    onSnapshot: (frame) => applySnapshot(client, frame, Date.now()),
    onDelta: (frame) => applyDelta(client, frame, Date.now()),
    onConnection: (connection) => client.setQueryData<Connection>(keys.connection, connection),
  })
  const hurry = () => {
    if (document.visibilityState === 'visible') socket.hurry()
  }
  window.addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  socket.start()
  return () => {
    window.removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', hurry)
    socket.stop()
  }
}
