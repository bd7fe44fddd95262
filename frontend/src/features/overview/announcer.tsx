/// What a screen reader is told: only that somebody got stuck, or is free again. Never the daily work.
import { useEffect, useRef, useState } from 'react'
import type { Character } from '@/api/characters'
import { trouble } from '@/components/character/standing'

type Troubles = ReadonlyMap<string, string>

/** Says nothing of what is so already when the page opens: that is on the screen. */
export function Announcer({ characters }: { characters: readonly Character[] }) {
  const known = useRef<Troubles>(undefined)
  const [news, setNews] = useState('')
  useEffect(() => {
    const now = troubles(characters)
    const changed = known.current ? changes(known.current, now) : []
    known.current = now
    if (changed.length > 0) setNews(changed.join(' '))
  }, [characters])
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {news}
    </p>
  )
}

function troubles(characters: readonly Character[]): Troubles {
  const all = characters.map((character) => [character.name, trouble(character)] as const)
  return new Map(all.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function changes(before: Troubles, after: Troubles): string[] {
  const stuck = [...after].filter(([name, text]) => before.get(name) !== text)
  const free = [...before.keys()].filter((name) => !after.has(name))
  return [
    ...stuck.map(([name, text]) => `${name} needs you: ${text}`),
    ...free.map((name) => `${name} is free again.`),
  ]
}
