/// Draws the overview from plain props. Where they come from is `overview-page.tsx`.
import type { ReactNode } from 'react'
import type { Character } from '@/api/characters'
import type { TreeNode } from '@/api/schema'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'
import { cn } from '@/lib/cn'
import { Announcer } from './announcer'
import { byAccount } from './by-account'
import { CharacterCard } from './character-card'
import type { Summary } from './summary'
import { SummaryLine } from './summary-line'
import { Supervision } from './supervision'

export interface OverviewViewProps {
  characters: Character[]
  summary: Summary
  notices: Notice[]
  tree: { root: TreeNode; receivedAt: number } | undefined
  /** Set when the data is not fresh: when it arrived, local time in ms. */
  staleAsOf: number | undefined
  defaults: Readonly<Record<string, unknown>>
  controls: (character: Character) => ReactNode
}

export function OverviewView(props: OverviewViewProps) {
  const { characters, summary, notices, tree, staleAsOf, defaults, controls } = props
  const stale = staleAsOf !== undefined
  return (
    <>
      <h1 className="sr-only">Overview</h1>
      <Announcer characters={characters} />
      <NoticeList notices={notices} />
      <div
        data-stale={stale}
        className={cn('transition-[filter,opacity]', stale && 'opacity-80 saturate-25')}
      >
        <SummaryLine summary={summary} />
        {byAccount(characters).map(({ account, title, members }) => (
          <section key={account} aria-label={title} className={board}>
            <h2 className={account ? 'col-span-full mb-3 font-serif text-xl font-semibold' : 'sr-only'}>
              {account || title}
            </h2>
            {members.map((character) => (
              <CharacterCard
                key={character.name}
                character={character}
                staleAsOf={staleAsOf}
                defaults={defaults}
                controls={controls}
              />
            ))}
          </section>
        ))}
        {tree && <Supervision tree={tree.root} receivedAt={tree.receivedAt} stale={stale} />}
      </div>
    </>
  )
}

/** The cards of a row share their inner rows (subgrid), so that like stands beside like. */
export const board = 'mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,20.5rem),1fr))] gap-x-4'
