/// What an event brings, and what that may leave behind.
import type { EventContent } from '@/api/schema'
import { words } from '@/lib/format'

/** So many drops are named; the others are rare. */
const NAMED = 6

export function Brought({ content }: { content: EventContent }) {
  return (
    <p className="text-sm">
      <span className="font-medium">{content.name}</span>
      <span className="text-soft">, {kind(content)}</span>
    </p>
  )
}

export function Drops({ drops }: { drops: EventContent['drops'] }) {
  if (drops.length === 0) return null
  return (
    <ul aria-label="Drops" className="mt-auto flex flex-wrap gap-1.5">
      {drops.slice(0, NAMED).map(({ code, rate }) => (
        <li key={code} className="rounded-md bg-sunken px-2 py-0.5 text-xs">
          {words(code)} <span className="text-soft">{rate === 1 ? 'always' : `1 in ${rate}`}</span>
        </li>
      ))}
      {drops.length > NAMED && (
        <li className="px-1 py-0.5 text-xs text-soft">and {drops.length - NAMED} more</li>
      )}
    </ul>
  )
}

/** "monster of level 7", "mining resource of level 10", "merchant" */
function kind({ type, level, skill }: EventContent): string {
  const thing = type === 'npc' ? 'merchant' : words(skill ? `${skill} ${type}` : type)
  return level === null ? thing : `${thing} of level ${level}`
}
