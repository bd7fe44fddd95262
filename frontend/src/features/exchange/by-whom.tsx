/// Which character carries out what is told on this page. It is taken over from its automation for that.
import { useId } from 'react'
import type { Character } from '@/api/characters'
import type { SeasonView } from '@/api/schema'
import { box } from '@/components/form/field-frame'
import { wayTo } from '@/components/hand/way-to'
import { cn } from '@/lib/cn'

/** Who stands at the exchange already, or else the first. */
export function handiest(characters: readonly Character[], season: SeasonView): string | undefined {
  const there = characters.find((character) => wayTo('grand_exchange', character, season).length === 0)
  return (there ?? characters[0])?.name
}

interface ByWhomProps {
  characters: readonly Character[]
  chosen: string
  onChoose: (name: string) => void
}

export function ByWhom({ characters, chosen, onChoose }: ByWhomProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex items-center gap-2 text-sm">
      By
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
        className={cn(box, 'h-8 w-auto')}
      >
        {characters.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  )
}
