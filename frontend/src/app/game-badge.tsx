/// Says what is played, and how fast when that is not the game's own pace.
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '@/api/resources'
import { number } from '@/lib/format'

const names: Record<string, string> = { sandbox: 'Sandbox', live: 'Artifacts MMO' }

export function GameBadge() {
  const status = useQuery(statusQuery).data
  if (!status) return null
  const { mode, speed, game_url } = status
  const fast = speed !== 1
  const pace = `One second here is ${number(speed)} s of the game. Reasons and totals are in the game's own time.`
  return (
    <span
      title={fast ? pace : game_url}
      className="flex min-w-0 items-center rounded-full border border-line bg-sunken px-2 py-0.5 text-xs font-medium whitespace-nowrap text-soft"
    >
      <span className="truncate">{names[mode] ?? mode}</span>
      {fast && (
        <>
          <span aria-hidden className="ml-1.5 text-ink">
            {number(speed)}×
          </span>
          <span className="sr-only">. {pace}</span>
        </>
      )}
    </span>
  )
}
