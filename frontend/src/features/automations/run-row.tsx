/// One run: who did what, from when to when, how it ended, and what it brought.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RunView } from '@/api/schema'
import { outcome } from '@/components/automation/outcome'
import { gains, loot } from '@/components/automation/run-facts'
import { dateAndMinute, span, title, words } from '@/lib/format'

export function RunRow({ run, status }: { run: RunView; status: ReactNode }) {
  const { character, strategy, reason, started_at, ended_at, forecast } = run
  const lasted = ended_at && span(Date.parse(ended_at) - Date.parse(started_at))
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-sm first:border-t-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_7rem]">
      <div className="min-w-0">
        <p>
          <Link to="/characters/$name" params={{ name: character }} className="font-medium hover:underline">
            {character}
          </Link>{' '}
          · {title(strategy)}
        </p>
        <p className="text-xs text-soft">
          <time dateTime={started_at}>{dateAndMinute(started_at)}</time>
          {lasted ? `, for ${lasted}` : ', and goes on'}
        </p>
        {ended_at && reason && (
          <p className="text-xs wrap-break-word text-soft first-letter:uppercase">{words(reason)}</p>
        )}
      </div>
      <div className="min-w-0 wrap-break-word">
        <p>{gains(run).join(' · ') || 'Nothing came of it yet.'}</p>
        <p className="text-xs text-soft">{loot(run).join(' · ')}</p>
        {outcome(forecast, ended_at === null).map((line) => (
          <p key={line} className="text-xs text-soft">
            {line}
          </p>
        ))}
      </div>
      <div className="sm:text-right">{status}</div>
    </li>
  )
}
