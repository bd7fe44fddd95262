import { describe, expect, test } from 'vitest'
import { character } from '@/test/builders'
import { merge, replaceAll } from './characters'

describe('characters in the cache', () => {
  test('an older version never replaces a newer one', () => {
    const newer = character({ version: 5, gold: 50 })
    const older = character({ version: 4, gold: 40 })
    expect(merge([newer], [older])).toEqual([newer])
    expect(replaceAll([newer], [older])).toEqual([newer])
  })

  test('a newer version takes the place of the older one', () => {
    const [ana, bea] = [character(), character({ name: 'Bea' })]
    const changed = character({ version: 2, gold: 0 })
    expect(merge([ana, bea], [changed])).toEqual([changed, bea])
  })

  test('who did not change keeps the same identity, so that the card does not render', () => {
    const bea = character({ name: 'Bea' })
    expect(merge([character(), bea], [character({ version: 2 })])[1]).toBe(bea)
  })

  test('a new character joins at the end and a removed one leaves', () => {
    const after = merge([character()], [character({ name: 'Bea' })], ['Ana'])
    expect(after.map(({ name }) => name)).toEqual(['Bea'])
  })

  test('a whole list drops who is not in it', () => {
    expect(replaceAll([character(), character({ name: 'Bea' })], [character()])).toHaveLength(1)
  })
})
