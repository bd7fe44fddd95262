/// What runs here: the program, the game, since when.
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '@/api/resources'

export function Footer() {
  const status = useQuery(statusQuery).data
  return (
    <footer className="mx-auto flex min-h-12 w-full max-w-[120rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-xs text-soft sm:px-6">
      {status && (
        <>
          <span>Callboard {status.version}</span>
          <span>
            {status.mode === 'sandbox' ? 'Sandbox' : 'Artifacts MMO'}
            {status.server_version && ` ${status.server_version}`}
          </span>
          <span>
            Up since <time dateTime={status.started_at}>{new Date(status.started_at).toLocaleString()}</time>
          </span>
        </>
      )}
    </footer>
  )
}
