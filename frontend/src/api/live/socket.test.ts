import { beforeEach, expect, test, vi } from 'vitest'
import { FakeSocket } from '@/test/fake-socket'
import type { Connection } from './connection'
import { LiveSocket } from './socket'

const snapshot = (seq: number) => ({ type: 'snapshot', seq })
const delta = (previous_seq: number, seq: number) => ({ type: 'delta', previous_seq, seq })

function start() {
  const states: Connection['state'][] = []
  const onSnapshot = vi.fn()
  const onDelta = vi.fn()
  const socket = new LiveSocket('ws://x/live', {
    onSnapshot,
    onDelta,
    onConnection: ({ state }) => states.push(state),
  })
  socket.start()
  return { socket, states, onSnapshot, onDelta }
}

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.install()
})

test('is live with the first snapshot and passes deltas on', () => {
  const { states, onDelta } = start()
  FakeSocket.last.say(snapshot(7))
  FakeSocket.last.say(delta(7, 8))
  FakeSocket.last.say(delta(8, 9))
  expect(states).toEqual(['connecting', 'live'])
  expect(onDelta).toHaveBeenCalledTimes(2)
})

test('a missing delta leads to a new connection and is not applied', () => {
  const { onDelta, onSnapshot } = start()
  const first = FakeSocket.last
  first.say(snapshot(7))
  first.say(delta(8, 9))
  expect(first.closed).toBe(true)
  expect(onDelta).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(FakeSocket.opened).toHaveLength(2)
  FakeSocket.last.say(snapshot(9))
  expect(onSnapshot).toHaveBeenCalledTimes(2)
})

test('a broken connection is "reconnecting", and "offline" when it stays so', () => {
  const { states } = start()
  FakeSocket.last.say(snapshot(1))
  for (let i = 0; i < 8; i++) {
    FakeSocket.last.break()
    vi.advanceTimersToNextTimer()
  }
  expect(states.slice(2)).toEqual([...Array(6).fill('reconnecting'), 'offline', 'offline'])
  FakeSocket.last.say(snapshot(1))
  expect(states.at(-1)).toBe('live')
})

test('silence leads to a new connection, and nobody notices when it answers', () => {
  const { states, onSnapshot } = start()
  const first = FakeSocket.last
  first.say(snapshot(1))
  vi.advanceTimersByTime(45_000)
  expect(first.closed).toBe(true)
  FakeSocket.last.say(snapshot(1))
  expect(onSnapshot).toHaveBeenCalledTimes(2)
  expect(new Set(states)).toEqual(new Set(['connecting', 'live']))
})

test('silence that a new connection does not end is a loss', () => {
  const { states } = start()
  FakeSocket.last.say(snapshot(1))
  vi.advanceTimersByTime(45_000 + 10_000)
  expect(states.at(-1)).toBe('reconnecting')
})

test('a person who looks again does not wait for the pause', () => {
  const { socket } = start()
  FakeSocket.last.break()
  socket.hurry()
  expect(FakeSocket.opened).toHaveLength(2)
  socket.hurry()
  expect(FakeSocket.opened).toHaveLength(2)
})

test('hurrying does not open a second socket when the pause ends', () => {
  const { socket } = start()
  FakeSocket.last.break()
  socket.hurry()
  vi.advanceTimersByTime(5000)
  expect(FakeSocket.opened).toHaveLength(2)
})

test('a stopped socket stays stopped', () => {
  const { socket } = start()
  const only = FakeSocket.last
  socket.stop()
  only.break()
  vi.advanceTimersByTime(60_000)
  expect(only.closed).toBe(true)
  expect(FakeSocket.opened).toHaveLength(1)
})
