import { expect, test } from 'vitest'
import { minuteOfDay, timeOfDay } from '@/lib/format'
import { account, status } from '@/test/builders'
import { notices } from './notices'

test('nothing is said while all is well', () => {
  expect(notices({ state: 'live' }, status(), 1)).toEqual([])
  expect(notices({ state: 'connecting' }, undefined, 0)).toEqual([])
})

test('a lost connection says from when the data is', () => {
  const [notice] = notices({ state: 'reconnecting', since: 5000 }, status(), 4000)
  expect(notice?.text).toContain(`as of ${timeOfDay(4000)}`)
})

test('a long loss is an alarm and says since when', () => {
  const [notice] = notices({ state: 'offline', since: 5000 }, status(), 4000)
  expect(notice).toMatchObject({ tone: 'alarm', title: `No connection since ${timeOfDay(5000)}` })
})

test('a database that is away says how much waits for it', () => {
  const database = { state: 'away', backlog: 132, message: 'the pool is empty: refused' } as const
  const [notice] = notices({ state: 'live' }, status({ database }), 1)
  expect(notice?.text).toContain('132 log lines')
  expect(notice?.text).toContain('(refused)')
})

test('a rejected token is an alarm that names the account and can be tried again', () => {
  const rejected = account({ state: 'rejected', since_ms: 90_000, message: 'Token is invalid' })
  const [notice] = notices({ state: 'live' }, status({ accounts: [rejected] }), 1)
  expect(notice).toMatchObject({ tone: 'alarm', title: 'The game rejects the token of demo', canRetry: true })
  expect(notice?.text).toContain('Token is invalid')
})

test('an account whose token cannot be opened is an alarm that says what to do', () => {
  const sealed = account({ state: 'sealed', message: 'cannot be opened: put the key back' })
  const [notice] = notices({ state: 'live' }, status({ accounts: [sealed] }), 1)
  expect(notice).toMatchObject({ title: 'The account demo cannot be opened', text: 'put the key back.' })
})

test('a game that is away is an alarm and says since when', () => {
  const game = { state: 'away', since_ms: 90_000, message: null } as const
  const now = '2026-01-05T12:04:00Z'
  const [notice] = notices({ state: 'live' }, status({ game, now }), 1)
  expect(notice).toMatchObject({ id: 'game', tone: 'alarm' })
  expect(notice?.text).toContain(`Since ${minuteOfDay('2026-01-05T12:02:30Z')}`)
})

test('what alerts have told is a note that can be dismissed; of many the newest are shown', () => {
  const firing = (id: string) => ({
    id,
    alert: 'a',
    item: null,
    words: `${id} gold can be earned: Make copper_bar`,
    at: '2026-01-05T09:58:00Z',
    dismissed: false,
  })
  const firings = ['40', '30', '20', '10'].map(firing)
  const told = notices({ state: 'live' }, status({ firings }), 1)
  expect(told.map(({ title }) => title)).toEqual(
    ['40', '30', '20'].map((gold) => `${gold} gold can be earned: Make copper bar`),
  )
  expect(told[0]).toMatchObject({ tone: 'note', firing: '40' })
})
