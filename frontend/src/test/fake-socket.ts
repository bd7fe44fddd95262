/// A WebSocket that a test plays the server of.
import { vi } from 'vitest'

export class FakeSocket {
  static opened: FakeSocket[] = []
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  closed = false

  constructor(readonly url: string) {
    FakeSocket.opened.push(this)
  }

  close(): void {
    this.closed = true
  }

  /** The server says this. */
  say(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  /** The connection breaks. */
  break(): void {
    this.onclose?.()
  }

  static install(): void {
    FakeSocket.opened = []
    vi.stubGlobal('WebSocket', FakeSocket)
  }

  static get last(): FakeSocket {
    const socket = FakeSocket.opened.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }
}
