/// What the character does this moment, for how long still, and why; or loudly what is wrong.
import type { Character } from '@/api/characters'
import { Callout } from '@/components/callout'
import { Countdown } from '@/components/countdown'
import { Elapsed } from '@/components/elapsed'
import { words } from '@/lib/format'
import { CooldownBar } from './cooldown-bar'
import { doing, trouble, why } from './standing'

export function Now({ character, stale }: { character: Character; stale: boolean }) {
  const { cooldown, receivedAt, since_ms, state } = character
  // Who waits for something else, or has nothing to do, does not wait for its cooldown.
  const cools = cooldown && state === 'cooldown'
  const endsAt = receivedAt + (cooldown?.remaining_ms ?? 0)
  const problem = trouble(character)
  return (
    <div className="mt-4">
      <CooldownBar endsAt={endsAt} totalMs={stale ? 0 : (cooldown?.total_ms ?? 0)} />
      {/* Room for the usual four lines, so that a longer reason moves nothing. */}
      <div className="min-h-25 px-4 pt-3 pb-3 text-sm leading-snug">
        <div className="mb-1 flex items-baseline justify-between gap-3">
          <p className="text-base leading-snug font-medium wrap-break-word first-letter:uppercase">
            {words(doing(character))}
          </p>
          <p className="shrink-0 text-soft">
            {!stale && cools && <Countdown endsAt={endsAt} totalMs={cooldown.total_ms} />}
            {!stale && !cools && <Elapsed since={receivedAt - since_ms} />}
          </p>
        </div>
        {problem ? (
          <Callout tone="alarm">{words(problem)}</Callout>
        ) : (
          <p className="wrap-break-word text-soft">
            <span className="sr-only">Why: </span>
            {words(why(character))}
          </p>
        )}
      </div>
    </div>
  )
}
