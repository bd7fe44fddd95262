/// Who it is, what it does this moment, and why.
import { RotateCcw } from 'lucide-react'
import type { Character } from '@/api/characters'
import { Now } from '@/components/character/now'
import { Portrait } from '@/components/character/portrait'
import { standing, stateWord } from '@/components/character/standing'
import { Chip } from '@/components/chip'
import { cn } from '@/lib/cn'
import { count, timeOfDay } from '@/lib/format'

export function Head({ character, staleAsOf }: { character: Character; staleAsOf: number | undefined }) {
  const { name, skin, level, account, restarts } = character
  const { word, tone } = stateWord(character)
  const stale = staleAsOf !== undefined
  return (
    <header
      className={cn(
        'pinned relative mt-1 rounded-xl border border-line bg-sheet shadow-sm',
        standing(character) === 'stuck' && 'border-alarm/70',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-4">
        <Portrait name={name} skin={skin} />
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-serif text-2xl leading-tight font-semibold">{name}</h1>
          <p className="truncate text-xs text-soft">
            Level {level} · {account}
          </p>
        </div>
        {restarts > 0 && (
          <span className="inline-flex items-center gap-1 text-xs text-warn">
            <RotateCcw aria-hidden className="size-3" />
            {count(restarts, 'restart')}
          </span>
        )}
        {stale ? <Chip tone="idle">as of {timeOfDay(staleAsOf)}</Chip> : <Chip tone={tone}>{word}</Chip>}
      </div>
      <Now character={character} stale={stale} />
    </header>
  )
}
