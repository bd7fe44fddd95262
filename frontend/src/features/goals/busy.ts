/// Whom a goal that cannot go on might want.
import type { Character } from '@/api/characters'
import type { GoalView } from '@/api/schema'

export interface Busy {
  name: string
  strategy: string
  /** It comes to its end already. */
  leaving: boolean
}

const over = new Set(['stopped', 'done', 'failed'])

/** The characters of accounts with a goal that cannot go on, as far as they follow automations of their own. */
export function busyFor(goals: readonly GoalView[], characters: readonly Character[]): Busy[] {
  const stuck = new Set(
    goals.filter(({ standing }) => standing === 'impossible').map(({ account }) => account),
  )
  return characters.flatMap(({ name, account, automation }) => {
    if (!stuck.has(account) || !automation || automation.goal_id || over.has(automation.status)) return []
    return [{ name, strategy: automation.strategy, leaving: automation.status === 'winding_down' }]
  })
}
