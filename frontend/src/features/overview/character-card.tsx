/// One character on the board. Renders only when this character changes; its countdowns tick by themselves.
import { memo, type ReactNode } from 'react'
import type { Character } from '@/api/characters'
import { RunPanel } from '@/components/automation/run-panel'
import { Now } from '@/components/character/now'
import { standing } from '@/components/character/standing'
import { cn } from '@/lib/cn'
import { CardActions } from './card-actions'
import { CardBelongings } from './card-belongings'
import { CardHead } from './card-head'
import { CardVitals } from './card-vitals'

export interface CardProps {
  character: Character
  /** Set when the data is not fresh: when it arrived, local time in ms. */
  staleAsOf: number | undefined
  /** The configuration of each strategy when nothing is asked, by its name. */
  defaults: Readonly<Record<string, unknown>>
  /** Draws the buttons that start and stop the automation. */
  controls: (character: Character) => ReactNode
}

export const CharacterCard = memo(function CharacterCard(props: CardProps) {
  const { character, staleAsOf, defaults, controls } = props
  return (
    <article
      aria-label={character.name}
      className={cn(
        'pinned relative row-span-4 mb-5 grid grid-cols-1 grid-rows-subgrid rounded-xl border border-line bg-sheet shadow-sm',
        standing(character) === 'stuck' && 'border-alarm/70',
      )}
    >
      <div className="border-b border-line">
        <CardHead character={character} staleAsOf={staleAsOf} />
        <Now character={character} stale={staleAsOf !== undefined} />
      </div>
      <CardVitals character={character} />
      <RunPanel
        character={character}
        defaults={defaults}
        controls={controls(character)}
        className="border-b border-line"
      />
      <div className="flex flex-col">
        <CardActions lines={character.last_actions} />
        <CardBelongings character={character} />
      </div>
    </article>
  )
})
