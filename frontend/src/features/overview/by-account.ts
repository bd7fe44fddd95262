/// The characters in groups: one for each account by name, or a single one without a name when there is one account only.
import type { Character } from '@/api/characters'

export interface Group {
  /** Empty when there is one account only: then it goes without saying. */
  account: string
  title: string
  members: Character[]
}

export function byAccount(characters: Character[]): Group[] {
  const accounts = [...new Set(characters.map(({ account }) => account))].sort()
  if (accounts.length < 2) return [{ account: '', title: 'Characters', members: characters }]
  return accounts.map((account) => ({
    account,
    title: `Characters of ${account}`,
    members: characters.filter((character) => character.account === account),
  }))
}
