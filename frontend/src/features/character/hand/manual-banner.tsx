/// Says loudly that a person plays this character, until when, and gives it back.

import { Hand } from 'lucide-react'
import type { Character } from '@/api/characters'
import { useHandBack } from '@/components/hand/queries'
import { Button } from '@/components/ui/button'
import { minuteOfDay } from '@/lib/format'

export function ManualBanner({ character }: { character: Character }) {
  const { name, manual, automation } = character
  const handBack = useHandBack(name)
  if (!manual) return null
  const goes = automation ? 'goes back to its automation' : 'is left to itself'
  return (
    <section
      aria-label="Played by hand"
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-brass/60 bg-[color-mix(in_oklab,var(--brass)_10%,var(--sheet))] px-4 py-3"
    >
      <Hand aria-hidden className="size-5 shrink-0 text-brass" />
      <p className="min-w-0 flex-1 basis-52 text-sm">
        <strong className="font-semibold">
          By hand since <time dateTime={manual.since}>{minuteOfDay(manual.since)}</time>.
        </strong>{' '}
        {manual.hand_back_at ? (
          <>
            {name} {goes} at <time dateTime={manual.hand_back_at}>{minuteOfDay(manual.hand_back_at)}</time>{' '}
            unless you order something.
          </>
        ) : (
          <>
            {name} {goes} ten minutes after the last order.
          </>
        )}
      </p>
      {handBack.error && (
        <p role="alert" className="text-sm text-alarm">
          {handBack.error.message}
        </p>
      )}
      <Button size="small" variant="main" disabled={handBack.isPending} onClick={() => handBack.mutate()}>
        Hand back
      </Button>
    </section>
  )
}
