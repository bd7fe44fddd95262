import { expect, test } from 'vitest'
import { entry } from '@/test/builders'
import { withNewest, withOlder } from './pages'

const page = (ids: string, next_cursor: string | null = null) => ({
  data: [...ids].map((id) => entry({ id })),
  next_cursor,
})
const ids = ({ entries }: { entries: readonly { id: string }[] }) => entries.map(({ id }) => id).join('')

test('new lines join on top, and the place for older ones stays', () => {
  const read = withNewest(withNewest(undefined, page('cba', 'older')), page('edc', 'other'))
  expect([ids(read), read.next]).toEqual(['edcba', 'older'])
})

test('what would leave a gap is dropped', () => {
  const read = withNewest(withNewest(undefined, page('cba', 'older')), page('zyx', 'other'))
  expect([ids(read), read.next]).toEqual(['zyx', 'other'])
})

test('older lines join below, until there are none', () => {
  const read = withOlder(withNewest(undefined, page('dc', 'older')), page('ba'))
  expect([ids(read), read.next]).toEqual(['dcba', null])
})
