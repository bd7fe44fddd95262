/// The figures of a character: experience, health, gold, bag, place, task and skills.
import { Backpack, Coins, type LucideIcon, MapPin, ScrollText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Character } from '@/api/characters'
import { Gauge, healthFill } from '@/components/character/gauge'
import { Skills } from '@/components/character/skills'
import { number, words } from '@/lib/format'

export function CardVitals({ character }: { character: Character }) {
  const { xp, max_xp, hp, max_hp, gold, inventory, position, task } = character
  return (
    <div className="space-y-3 border-b border-line px-4 py-3">
      <div className="grid grid-cols-2 gap-4">
        <Gauge label="XP" value={xp} max={max_xp} fill="bg-brass-fill" />
        <Gauge label="HP" value={hp} max={max_hp} fill={healthFill(hp, max_hp)} />
      </div>
      <div className="grid grid-cols-[3fr_2fr] gap-x-4 gap-y-1 text-sm">
        <Fact icon={MapPin} label="Position">
          {position.map_name}{' '}
          <span className="text-soft">
            ({position.x}, {position.y})
          </span>
        </Fact>
        <Fact icon={Coins} label="Gold">
          {number(gold)} <span className="text-soft">gold</span>
        </Fact>
        <Fact icon={ScrollText} label="Task">
          {task ? (
            `${words(task.code)} ${task.progress}/${task.total}`
          ) : (
            <span className="text-soft">No task</span>
          )}
        </Fact>
        <Fact icon={Backpack} label="Bag">
          <span className="text-soft">bag</span> {inventory.total}/{inventory.max_items}
        </Fact>
      </div>
      <Skills skills={character.skills} />
    </div>
  )
}

function Fact({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={label}>
      <Icon aria-hidden className="size-3.5 shrink-0 text-brass" />
      <span className="sr-only">{label}: </span>
      <span className="truncate">{children}</span>
    </span>
  )
}
