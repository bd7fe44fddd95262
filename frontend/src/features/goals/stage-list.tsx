/// The stages of a pipeline: where each stands, who works in it, and what it waits for.
import type { StageView } from '@/api/schema'
import { Chip } from '@/components/chip'
import { title, words } from '@/lib/format'

export function StageList({ stages }: { stages: StageView[] }) {
  return (
    <ol aria-label="Stages" className="mt-4 divide-y divide-line border-t border-line">
      {stages.map((stage) => (
        <li key={stage.number} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 text-sm">
          <span className="w-5 text-right text-soft tabular-nums">{stage.number}</span>
          <span className="font-medium">{title(stage.name)}</span>
          <Chip tone={tones[stage.standing]}>{labels[stage.standing]}</Chip>
          {stage.characters.length > 0 && <span>{stage.characters.join(', ')}</span>}
          <span className="text-soft sm:ml-auto">{words(stage.words)}</span>
        </li>
      ))}
    </ol>
  )
}

const labels = { done: 'Done', under_way: 'Under way', waiting: 'Waits' } as const
const tones = { done: 'idle', under_way: 'good', waiting: 'wait' } as const
