import { describe, expect, test } from 'vitest'
import { character, run } from '@/test/builders'
import { doing, standing, stateWord, trouble, why } from './standing'

describe('a character', () => {
  test('with a problem is stuck, whatever else it does', () => {
    const stuck = character({ state: 'cooldown', problem: 'three refusals in a row' })
    expect([standing(stuck), trouble(stuck)]).toEqual(['stuck', 'three refusals in a row'])
    expect(stateWord(stuck)).toEqual({ word: 'Cooling down', tone: 'alarm' })
  })

  test.each(['blocked', 'failed'] as const)('whose automation %s is stuck and says why', (status) => {
    const stuck = character({ state: 'idle', automation: run({ status, reason: 'the bank is full' }) })
    expect(standing(stuck)).toBe('stuck')
    expect(trouble(stuck)).toContain('the bank is full')
    expect(stateWord(stuck).tone).toBe('alarm')
  })

  test('that is parked needs somebody to look', () => {
    expect(standing(character({ state: 'parked' }))).toBe('stuck')
  })

  test('in cooldown, waiting or checking is at work', () => {
    for (const state of ['cooldown', 'waiting', 'resolving', 'acting', 'starting'] as const) {
      expect(standing(character({ state }))).toBe('working')
    }
  })

  test('that needs a game that is away is held up, and says what it will do then', () => {
    const held = character({ state: 'game_away', doing: 'rest', why: 'Hit points are low.' })
    expect([standing(held), doing(held)]).toEqual(['held', 'Waits for the game'])
    expect(why(held)).toBe('Then: rest')
    expect(stateWord(held)).toEqual({ word: 'Waiting for the game', tone: 'warn' })
  })

  test('that only an earlier run has seen says from when that is', () => {
    expect(why(character({ as_of: '2026-01-05T12:03:00Z', state: 'starting' }))).toMatch(
      /5 Jan 2026, \d\d:03/,
    )
  })

  test('that is idle is never without a reason', () => {
    const bare = { state: 'idle', doing: '', why: '' } as const
    expect(standing(character(bare))).toBe('idle')
    expect(doing(character(bare))).toBe('Nothing to do')
    expect(why(character({ ...bare, automation: null }))).toContain('No automation is running')
    const stopped = run({ status: 'stopped', reason: 'Stopped by hand.' })
    expect(why(character({ ...bare, automation: stopped }))).toBe('Stopped by hand.')
  })
})
