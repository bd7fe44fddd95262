/// One socket to the server, kept up for ever: opens, checks that no delta is missing, and comes back after a loss
/// with growing pauses. What the frames mean is `apply.ts`; who shows the state of the connection is elsewhere.
import type { Delta, Snapshot } from './apply'
import { pauseMs } from './backoff'
import { type Connection, connecting, lost } from './connection'

/** A sleeping laptop or a lost network closes nothing by itself: after so much silence the connection is renewed. */
const SILENCE_MS = 45_000
/** How long a new connection may take to its snapshot. */
const ANSWER_MS = 10_000
/** Only a connection that held this long counts as a success; one that flaps is tried ever more rarely. */
const HELD_MS = 10_000

export interface LiveHandlers {
  onSnapshot: (frame: Snapshot) => void
  onDelta: (frame: Delta) => void
  onConnection: (connection: Connection) => void
}

export class LiveSocket {
  private socket: WebSocket | undefined
  private seq: number | undefined
  private tries = 0
  private liveSince: number | undefined
  private lostSince: number | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly url: string,
    private readonly handlers: LiveHandlers,
  ) {}

  start(): void {
    this.handlers.onConnection(connecting)
    this.open()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.drop()
  }

  /** Tries at once if it was waiting: the network is back, or somebody looks at the page again. */
  hurry(): void {
    if (!this.socket) this.open()
  }

  private open(): void {
    const socket = new WebSocket(this.url)
    this.socket = socket
    this.seq = undefined
    socket.onmessage = (event) => this.receive(String(event.data))
    socket.onclose = () => this.lose()
    this.after(ANSWER_MS, () => this.lose())
  }

  private receive(text: string): void {
    const frame = JSON.parse(text) as Snapshot | Delta
    if (frame.type === 'delta' && frame.previous_seq !== this.seq) {
      this.lose() // Something is missing: only a fresh snapshot mends that.
      return
    }
    if (frame.type === 'snapshot') this.welcome(frame)
    else this.handlers.onDelta(frame)
    this.seq = frame.seq
    this.after(SILENCE_MS, () => this.renew())
  }

  private welcome(frame: Snapshot): void {
    this.handlers.onSnapshot(frame)
    this.liveSince ??= Date.now()
    this.lostSince = undefined
    this.handlers.onConnection({ state: 'live' })
  }

  private lose(): void {
    this.drop()
    const held = this.liveSince !== undefined && Date.now() - this.liveSince >= HELD_MS
    if (held) this.tries = 0
    this.liveSince = undefined
    this.lostSince ??= Date.now()
    this.handlers.onConnection(lost(this.lostSince, this.tries))
    this.after(pauseMs(this.tries), () => this.open())
    this.tries += 1
  }

  /** A quiet company and a dead connection look alike. A new connection tells, and if it answers nobody notices. */
  private renew(): void {
    this.drop()
    this.open()
  }

  /** The one thing that is waited for; anything that happens before takes its place. */
  private after(ms: number, then: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(then, ms)
  }

  private drop(): void {
    if (!this.socket) return
    this.socket.onmessage = null
    this.socket.onclose = null
    this.socket.close()
    this.socket = undefined
  }
}
