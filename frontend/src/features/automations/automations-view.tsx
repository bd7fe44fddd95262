/// Draws the page of automations: who does what, what there is to begin with, and what was run before.
import type { Character } from '@/api/characters'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'
import { cn } from '@/lib/cn'
import { NowRunning } from './now-running'
import { Runs } from './runs'
import { Saved } from './saved'
import { Templates } from './templates'

interface AutomationsViewProps {
  characters: readonly Character[]
  /** The configuration of each strategy when nothing is asked, by its name. */
  defaults: Readonly<Record<string, unknown>>
  notices: readonly Notice[]
  stale: boolean
}

export function AutomationsView({ characters, defaults, notices, stale }: AutomationsViewProps) {
  return (
    <>
      <h1 className="sr-only">Automations</h1>
      <NoticeList notices={notices} />
      <div
        data-stale={stale}
        className={cn('space-y-8 transition-[filter,opacity]', stale && 'opacity-80 saturate-25')}
      >
        <NowRunning characters={characters} defaults={defaults} />
        <Saved characters={characters} defaults={defaults} />
        <Templates characters={characters} />
        <Runs characters={characters} />
      </div>
    </>
  )
}
