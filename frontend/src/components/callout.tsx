/// A box for something that must not be overlooked, or for an answer that refuses.
import { cva, type VariantProps } from 'class-variance-authority'
import { Info, TriangleAlert } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

const callout = cva(
  'flex gap-2.5 rounded-lg border px-3 py-2.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        note: 'border-line bg-sunken text-ink',
        warn: 'border-warn/50 bg-[color-mix(in_oklab,var(--warn)_9%,var(--sheet))] text-ink [&>svg]:text-warn',
        alarm:
          'border-alarm/60 bg-[color-mix(in_oklab,var(--alarm)_9%,var(--sheet))] text-ink [&>svg]:text-alarm',
      },
    },
    defaultVariants: { tone: 'note' },
  },
)

export function Callout({
  tone,
  className,
  children,
  ...props
}: ComponentProps<'div'> & VariantProps<typeof callout>) {
  const Icon = tone === 'warn' || tone === 'alarm' ? TriangleAlert : Info
  return (
    <div className={cn(callout({ tone }), className)} {...props}>
      <Icon aria-hidden />
      <div className="min-w-0 flex-1 space-y-1 wrap-break-word">{children}</div>
    </div>
  )
}
