/// A bar that runs down with the cooldown. CSS moves it, so nothing renders while it runs; the seconds beside it say
/// the same in text, which is why assistive technology does not hear of the bar.

import { memo } from 'react'

interface CooldownBarProps {
  /** Local time in ms. */
  endsAt: number
  /** 0 for no cooldown: the bar is empty then, and keeps its place. */
  totalMs: number
}

/** Not rendered again for the same cooldown: a new delay would make a running animation jump. */
export const CooldownBar = memo(function CooldownBar({ endsAt, totalMs }: CooldownBarProps) {
  const elapsed = totalMs - (endsAt - Date.now())
  return (
    <div aria-hidden className="h-1 overflow-hidden bg-line">
      {totalMs > 0 && (
        <div
          key={endsAt}
          className="h-full origin-left bg-curtain-fill motion-reduce:[animation-timing-function:steps(8)]!"
          style={{ animation: `run-down ${totalMs}ms linear ${-elapsed}ms both` }}
        />
      )}
    </div>
  )
})
