/// Characters as the cache holds them, and the one rule for replacing them: older never replaces newer.
import type { CharacterView } from './schema'

/** A character with the local time (ms) at which it arrived, from which its ages and countdowns run. */
export type Character = CharacterView & { receivedAt: number }

/** What a character was told to do, and how that goes. */
export type Run = NonNullable<CharacterView['automation']>

export function received(views: readonly CharacterView[], receivedAt: number): Character[] {
  return views.map((view) => ({ ...view, receivedAt }))
}

/** A whole list that arrived out of band (REST): who is not in it is gone, but nobody goes back in time. */
export function replaceAll(known: readonly Character[], all: readonly Character[]): Character[] {
  return all.map((next) => newest(find(known, next.name), next))
}

/** Some changed and some removed characters; the others keep their place and identity. */
export function merge(
  known: readonly Character[],
  changed: readonly Character[],
  removed: readonly string[] = [],
): Character[] {
  const kept = known.filter(({ name }) => !removed.includes(name))
  const joined = changed.filter(({ name }) => !find(kept, name))
  return [...kept.map((old) => newest(old, find(changed, old.name) ?? old)), ...joined]
}

function find(characters: readonly Character[], name: string) {
  return characters.find((character) => character.name === name)
}

function newest(known: Character | undefined, next: Character): Character {
  return known && known.version > next.version ? known : next
}
