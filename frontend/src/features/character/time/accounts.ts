/// The accounts of the time ledger in words and colours, in the order in which they are stacked.
import type { SpentView } from '@/api/schema'

type Account = SpentView['account']

export interface AccountLook {
  word: string
  /** A background class. */
  fill: string
}

const looks: Record<Account, AccountLook> = {
  acting: { word: 'Acting', fill: 'bg-good-fill' },
  travelling: { word: 'Travelling', fill: 'bg-brass-fill' },
  resting: { word: 'Resting', fill: 'bg-[#5f8bbd]' },
  budget: { word: 'Waiting for the request budget', fill: 'bg-[#9a72b5]' },
  retrying: { word: 'Trying again', fill: 'bg-warn' },
  deciding: { word: 'Deciding and asking', fill: 'bg-soft' },
  idle: { word: 'Idle', fill: 'bg-hurt-fill' },
  off: { word: 'Callboard was off', fill: 'bg-line' },
}

export function lookOf(account: Account): AccountLook {
  return looks[account]
}

/** In the order of the accounts, so that the bars of all hours compare. */
export function stacked(spent: readonly SpentView[]): SpentView[] {
  const order = Object.keys(looks)
  return spent.toSorted((a, b) => order.indexOf(a.account) - order.indexOf(b.account))
}

/** The whole of what was spent, in seconds. */
export function total(spent: readonly SpentView[]): number {
  return spent.reduce((sum, { seconds }) => sum + seconds, 0)
}

/** "12.4 %"; what is there but hardly is never told as nothing. */
export function percent(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0 %'
  const share = (100 * part) / whole
  if (share < 0.1) return '< 0.1 %'
  // Rounded down: only all of it is 100 %.
  return `${(Math.floor(share * 10) / 10).toFixed(1).replace(/\.0$/, '')} %`
}

const USEFUL: Account[] = ['acting', 'travelling', 'resting']

/** What was spent in cooldowns, and the time in which the program was running, in seconds. */
export function atWork(spent: readonly SpentView[]): { useful: number; running: number } {
  return {
    useful: total(spent.filter(({ account }) => USEFUL.includes(account))),
    running: total(spent.filter(({ account }) => account !== 'off')),
  }
}
