/// A small word with a dot: a state, said in words and hinted at in colour.
import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const chip = cva(
  'inline-flex items-center gap-1.5 rounded-full border px-2 py-0.5 text-xs font-medium whitespace-nowrap',
  {
    variants: {
      tone: {
        good: 'border-good/35 text-good',
        wait: 'border-brass/35 text-brass',
        idle: 'border-line text-soft',
        warn: 'border-warn/45 text-warn',
        alarm: 'border-alarm bg-alarm/10 text-alarm',
      },
    },
  },
)

export type Tone = NonNullable<VariantProps<typeof chip>['tone']>

export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={chip({ tone })}>
      <span aria-hidden className="size-1.5 rounded-full bg-current" />
      {children}
    </span>
  )
}
