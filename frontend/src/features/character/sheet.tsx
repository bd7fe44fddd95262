/// The figures of a character: experience, health, gold, place, task, and what its fights depend on.
import type { ReactNode } from 'react'
import type { Character } from '@/api/characters'
import { Gauge, healthFill } from '@/components/character/gauge'
import { Panel } from '@/components/panel'
import { number, title, words } from '@/lib/format'

interface SheetProps {
  character: Character
  /** By the game's codes, without those that are nought. */
  stats: Readonly<Record<string, number>> | undefined
}

export function Sheet({ character, stats = {} }: SheetProps) {
  const { level, xp, max_xp, hp, max_hp, gold, position, task } = character
  return (
    <Panel title="Sheet">
      <div className="space-y-3 px-4 py-3">
        <div className="grid grid-cols-2 gap-4">
          <Gauge label={`Level ${level}, XP`} value={xp} max={max_xp} fill="bg-brass-fill" />
          <Gauge label="HP" value={hp} max={max_hp} fill={healthFill(hp, max_hp)} />
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          <Row name="Gold">{number(gold)}</Row>
          <Row name="Position">
            {position.map_name} ({position.x},&nbsp;{position.y}), {position.layer}
          </Row>
          <Row name="Task">
            {task ? `${title(task.kind)}: ${words(task.code)}, ${task.progress} of ${task.total}` : 'None'}
          </Row>
        </dl>
        <Stats stats={stats} />
      </div>
    </Panel>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 text-right wrap-break-word">{children}</dd>
    </div>
  )
}

/** What is counted in per cent, whatever the element. */
const PERCENT = /^(haste|critical_strike|dmg|res)/

function Stats({ stats }: { stats: Readonly<Record<string, number>> }) {
  const all = Object.entries(stats)
  if (all.length === 0) return null
  return (
    <dl aria-label="Stats" className="grid grid-cols-2 gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
      {all.map(([code, value]) => (
        <div key={code} className="flex justify-between gap-2">
          <dt className="truncate text-soft">{statName(code)}</dt>
          <dd>
            {number(value)}
            {PERCENT.test(code) && ' %'}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** "dmg_fire" → "Damage fire" */
function statName(code: string): string {
  return title(code.replace(/^dmg/, 'damage').replace(/^res(?=_|$)/, 'resistance'))
}
