/// The button of the dashboard: filled for the one main action, outlined for the others, quiet in dense places.
import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

const button = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        main: 'bg-curtain-fill text-on-curtain not-disabled:hover:brightness-115',
        outline:
          'border border-line bg-sheet text-ink not-disabled:hover:border-soft not-disabled:hover:bg-sunken',
        quiet: 'text-soft not-disabled:hover:bg-sunken not-disabled:hover:text-ink',
      },
      size: {
        normal: 'h-10 px-4 text-sm',
        small: 'h-9 px-3 text-sm',
        tiny: 'h-7 px-2 text-xs',
        icon: 'size-9',
      },
    },
    defaultVariants: { variant: 'outline', size: 'normal' },
  },
)

export function Button({
  className,
  variant,
  size,
  ...props
}: ComponentProps<'button'> & VariantProps<typeof button>) {
  return <button type="button" className={cn(button({ variant, size }), className)} {...props} />
}
