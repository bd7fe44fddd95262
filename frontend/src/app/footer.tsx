/// What runs here: the program, the game, since when.
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '@/api/resources'
import { dateAndMinute, number } from '@/lib/format'

export function Footer() {
  const status = useQuery(statusQuery).data
  if (!status) return null
  return (
    <footer className="mx-auto flex w-full max-w-[120rem] flex-wrap gap-x-4 gap-y-1 px-4 pt-1 pb-5 text-xs text-soft sm:px-6">
      <span>Callboard {status.version}</span>
      <span>
        {status.mode === 'sandbox' ? 'Plays a sandbox of its own' : `Plays ${status.game_url}`}
        {status.speed !== 1 && `, ${number(status.speed)} times as fast as the game`}
      </span>
      <span>
        Up since <time dateTime={status.started_at}>{dateAndMinute(status.started_at)}</time>
      </span>
    </footer>
  )
}
