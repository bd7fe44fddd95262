/// Who it is, and how it stands in a word.
import { Link } from '@tanstack/react-router'
import { RotateCcw } from 'lucide-react'
import type { Character } from '@/api/characters'
import { Portrait } from '@/components/character/portrait'
import { stateWord } from '@/components/character/standing'
import { Chip } from '@/components/chip'
import { count, timeOfDay } from '@/lib/format'

export function CardHead({ character, staleAsOf }: { character: Character; staleAsOf: number | undefined }) {
  const { name, account, level, restarts } = character
  return (
    <header className="flex items-center gap-3 px-4 pt-4">
      <Portrait name={name} skin={character.skin} />
      <div className="min-w-0 flex-1">
        <h3 className="truncate font-serif text-xl leading-tight font-semibold">
          <Link to="/characters/$name" params={{ name }} className="hover:underline">
            {name}
          </Link>
        </h3>
        <p className="truncate text-xs text-soft">
          Level {level} · {account}
        </p>
      </div>
      <div className="flex flex-col items-end gap-1">
        <State character={character} staleAsOf={staleAsOf} />
        {restarts > 0 && (
          <span className="inline-flex items-center gap-1 text-xs text-warn">
            <RotateCcw aria-hidden className="size-3" />
            {count(restarts, 'restart')}
          </span>
        )}
      </div>
    </header>
  )
}

function State({ character, staleAsOf }: { character: Character; staleAsOf: number | undefined }) {
  if (staleAsOf !== undefined) return <Chip tone="idle">as of {timeOfDay(staleAsOf)}</Chip>
  const { word, tone } = stateWord(character)
  return <Chip tone={tone}>{word}</Chip>
}
