/// The seconds left of a cooldown, in text.
import { useNow } from '@/lib/now'

interface CountdownProps {
  /** When it ends, local time in ms. */
  endsAt: number
  totalMs: number
}

export function Countdown({ endsAt, totalMs }: CountdownProps) {
  const now = useNow()
  // The shared clock may be half a second behind: never show more than the whole.
  const left = Math.min(totalMs, Math.max(0, endsAt - now))
  return <>{Math.ceil(left / 1000)} s</>
}
