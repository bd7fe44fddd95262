/// Draws the page of a character from plain props. Where they come from is `character-page.tsx`.
import type { ReactNode } from 'react'
import type { Character } from '@/api/characters'
import type { DetailsView, SeasonView } from '@/api/schema'
import { AutomationControls } from '@/components/automation/automation-controls'
import { OutcomeTable } from '@/components/automation/outcome-table'
import { RunPanel } from '@/components/automation/run-panel'
import { NoticeList } from '@/components/notices/notice-list'
import type { Notice } from '@/components/notices/notices'
import { Panel } from '@/components/panel'
import { cn } from '@/lib/cn'
import { Bag } from './bag'
import { Choices } from './choices'
import { Equipment } from './equipment'
import { HandPanel } from './hand/hand-panel'
import { ManualBanner } from './hand/manual-banner'
import { Head } from './head'
import { LogPanel } from './log/log-panel'
import type { LogState } from './log/use-log'
import { Sheet } from './sheet'
import { SkillTable } from './skill-table'

interface CharacterViewProps {
  character: Character
  /** The other characters of its account. */
  others: readonly Character[]
  season: SeasonView | undefined
  /** Why the season could not be read. */
  seasonError: Error | null
  /** What the live view leaves out, once it is known. */
  details: DetailsView | undefined
  log: LogState
  /** Where its time went. */
  time: ReactNode
  /** The configuration of each strategy when nothing is asked, by its name. */
  defaults: Readonly<Record<string, unknown>>
  notices: readonly Notice[]
  /** Set when the data is not fresh: when it arrived, local time in ms. */
  staleAsOf: number | undefined
}

export function CharacterView(props: CharacterViewProps) {
  const { character, others, details, log, time, season, seasonError, defaults, notices, staleAsOf } = props
  const choice = log.log.data?.entries.find(({ alternatives }) => alternatives.length > 0)
  const forecast = character.automation?.forecast
  const stale = staleAsOf !== undefined
  return (
    <>
      <NoticeList notices={notices} />
      <div
        data-stale={stale}
        className={cn('transition-[filter,opacity]', stale && 'opacity-80 saturate-25')}
      >
        <Head character={character} staleAsOf={staleAsOf} />
        <ManualBanner character={character} />
        <div className={columns}>
          <div className={column}>
            <Panel title="Automation">
              <RunPanel
                character={character}
                defaults={defaults}
                heading="h3"
                controls={<AutomationControls character={character} />}
              />
              {forecast && (
                <div className="border-t border-line px-4 py-3">
                  <OutcomeTable forecast={forecast} />
                </div>
              )}
            </Panel>
            <HandPanel
              character={character}
              others={others}
              details={details}
              season={season}
              error={seasonError}
            />
            {time}
            {choice && <Choices entry={choice} />}
          </div>
          <div className={cn(column, 'lg:row-span-2')}>
            <Sheet character={character} stats={details?.stats} />
            <SkillTable skills={character.skills} />
            <Equipment equipment={character.equipment} />
            <Bag character={character} bank={details?.bank ?? undefined} />
          </div>
          <LogPanel {...log} />
        </div>
      </div>
    </>
  )
}

export const columns = 'mt-4 grid gap-4 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr]'
const column = 'flex min-w-0 flex-col gap-4'
