/// The skills in one compact row: a sign, the level, and how far it is to the next.
import {
  Axe,
  CookingPot,
  Fish,
  FlaskConical,
  Gem,
  type LucideIcon,
  Pickaxe,
  Shield,
  Sparkles,
  Sword,
} from 'lucide-react'
import type { CharacterView } from '@/api/schema'
import { Meter } from '@/components/meter'
import { number, title } from '@/lib/format'

const signs: Record<string, LucideIcon> = {
  mining: Pickaxe,
  woodcutting: Axe,
  fishing: Fish,
  weaponcrafting: Sword,
  gearcrafting: Shield,
  jewelrycrafting: Gem,
  cooking: CookingPot,
  alchemy: FlaskConical,
}

export function Skills({ skills }: { skills: CharacterView['skills'] }) {
  return (
    <ul aria-label="Skills" className="grid grid-cols-8 gap-2">
      {inOrder(skills).map(([skill, { level, xp, max_xp }]) => {
        const Sign = signOf(skill)
        return (
          <li key={skill} title={`${title(skill)} ${level}`} className="min-w-0 text-center">
            <Sign aria-hidden className="mx-auto size-4 text-soft" />
            <span className="sr-only">{title(skill)} level </span>
            <span className="text-xs font-medium">{level}</span>
            <span className="sr-only">
              , {number(xp)} of {number(max_xp)} XP
            </span>
            <Meter value={xp} max={max_xp} fill="bg-brass-fill" className="h-1" />
          </li>
        )
      })}
    </ul>
  )
}

/** Every skill with its level, in the order above. */
export function inOrder(skills: CharacterView['skills']) {
  return Object.entries(skills).sort(([a], [b]) => place(a) - place(b))
}

export function signOf(skill: string): LucideIcon {
  return signs[skill] ?? Sparkles
}

/** Known skills in the order above, others after them. */
function place(skill: string): number {
  const index = Object.keys(signs).indexOf(skill)
  return index < 0 ? Number.MAX_SAFE_INTEGER : index
}
