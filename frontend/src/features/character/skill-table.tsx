/// Every skill with its level, and how far it is to the next.
import type { CharacterView } from '@/api/schema'
import { inOrder, signOf } from '@/components/character/skills'
import { Meter } from '@/components/meter'
import { Panel } from '@/components/panel'
import { number, title } from '@/lib/format'

export function SkillTable({ skills }: { skills: CharacterView['skills'] }) {
  return (
    <Panel title="Skills">
      <ul aria-label="Skills" className="grid grid-cols-1 gap-y-2 px-4 py-3 text-sm">
        {inOrder(skills).map(([skill, { level, xp, max_xp }]) => {
          const Sign = signOf(skill)
          return (
            <li key={skill} className="grid grid-cols-[1rem_8rem_1.5rem_1fr_5.5rem] items-center gap-x-2">
              <Sign aria-hidden className="size-4 text-brass" />
              <span className="truncate">{title(skill)}</span>
              <span className="text-right font-medium">
                <span className="sr-only">level </span>
                {level}
              </span>
              <Meter value={xp} max={max_xp} fill="bg-brass-fill" />
              <span className="text-right text-xs text-soft">
                {number(xp)}/{number(max_xp)}
                <span className="sr-only"> XP</span>
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
