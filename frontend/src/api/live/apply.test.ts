import { describe, expect, test } from 'vitest'
import { event, node, status, view } from '@/test/builders'
import { keys } from '../keys'
import { createQueryClient } from '../query-client'
import { charactersQuery, statusQuery } from '../resources'
import { applyDelta, applySnapshot, type Snapshot } from './apply'

const snapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  type: 'snapshot',
  seq: 1,
  characters: [view({ version: 9 })],
  log: [],
  tree: node(),
  status: status(),
  goals: [],
  events: { active: [], raids: [] },
  ...change,
})

describe('a snapshot', () => {
  test('fills every live topic and stamps the characters with their arrival', () => {
    const client = createQueryClient()
    applySnapshot(client, snapshot(), 1234)
    expect(client.getQueryData(charactersQuery.queryKey)).toMatchObject([{ name: 'Ana', receivedAt: 1234 }])
    expect(client.getQueryData(statusQuery.queryKey)).toEqual(status())
    expect(client.getQueryData(keys.tree)).toEqual(node())
  })

  test('replaces everything, also by lower versions: the server may have started anew', () => {
    const client = createQueryClient()
    applySnapshot(client, snapshot(), 1)
    applySnapshot(client, snapshot({ characters: [view({ version: 1, gold: 7 })] }), 2)
    expect(client.getQueryData(charactersQuery.queryKey)).toMatchObject([{ version: 1, gold: 7 }])
  })

  test('is not overwritten by an answer over HTTP that was under way', async () => {
    const client = createQueryClient()
    let answer: (value: never[]) => void = () => {}
    const queryFn = () => new Promise<never[]>((resolve) => (answer = resolve))
    const fetched = client.fetchQuery({ ...charactersQuery, queryFn }).catch(() => undefined)
    applySnapshot(client, snapshot(), 1)
    answer([])
    await fetched
    expect(client.getQueryData(charactersQuery.queryKey)).toHaveLength(1)
  })
})

describe('a delta', () => {
  test('changes only what it names', () => {
    const client = createQueryClient()
    applySnapshot(client, snapshot(), 1)
    applyDelta(
      client,
      { type: 'delta', seq: 2, previous_seq: 1, characters: [view({ version: 10, gold: 8 })] },
      2,
    )
    expect(client.getQueryData(charactersQuery.queryKey)).toMatchObject([{ gold: 8, receivedAt: 2 }])
    expect(client.getQueryData(statusQuery.queryKey)).toEqual(status())
  })

  test('with an older character changes nothing', () => {
    const client = createQueryClient()
    applySnapshot(client, snapshot(), 1)
    applyDelta(
      client,
      { type: 'delta', seq: 2, previous_seq: 1, characters: [view({ version: 8, gold: 0 })] },
      2,
    )
    expect(client.getQueryData(charactersQuery.queryKey)).toMatchObject([{ version: 9, receivedAt: 1 }])
  })

  test('removes who is gone', () => {
    const client = createQueryClient()
    applySnapshot(client, snapshot(), 1)
    applyDelta(client, { type: 'delta', seq: 2, previous_seq: 1, removed: ['Ana'] }, 2)
    expect(client.getQueryData(charactersQuery.queryKey)).toEqual([])
  })

  test('with events replaces those that are on', () => {
    const client = createQueryClient()
    applySnapshot(client, snapshot(), 1)
    expect(client.getQueryData(keys.events)).toEqual({ active: [], raids: [] })
    const events = { active: [event()], raids: [] }
    applyDelta(client, { type: 'delta', seq: 2, previous_seq: 1, events }, 2)
    expect(client.getQueryData(keys.events)).toEqual(events)
  })
})
