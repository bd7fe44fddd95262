/// Where a goal stands, in words and colours.
import type { GoalView } from '@/api/schema'
import { dateAndMinute, span } from '@/lib/format'

const labels: Record<GoalView['standing'], string> = {
  planning: 'Being planned',
  under_way: 'Under way',
  waiting: 'Waits',
  impossible: 'Cannot go on',
  reached: 'Reached',
}

export function label({ standing, awaits }: GoalView): string {
  return standing === 'waiting' && awaits ? 'Nothing to do now' : labels[standing]
}

/** When it will be reached, as far as that can be said. */
export function expected({ expected_end, reached_at }: GoalView, now: number): string | undefined {
  if (reached_at) return `on ${dateAndMinute(reached_at)}`
  if (!expected_end) return undefined
  return `in about ${span(Math.max(60_000, Date.parse(expected_end) - now))}, ${dateAndMinute(expected_end)}`
}

export function percent({ progress }: GoalView): string {
  // Only what is reached is 100 %.
  return `${progress < 1 ? Math.min(99, Math.floor(progress * 100)) : 100} %`
}

/** What cannot be done; what fails for the same reason is told once. */
export function obstacles({ impossible }: GoalView): GoalView['impossible'] {
  const told: GoalView['impossible'] = []
  for (const one of impossible) {
    const same = told.find(({ why, unblock }) => why === one.why && unblock === one.unblock)
    if (same) same.what += `; ${one.what}`
    else told.push({ ...one })
  }
  return told
}
