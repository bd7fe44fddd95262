/// Which goals are about an event or a raid, and who goes there for them.
import type { GoalView } from '@/api/schema'

/** The goals that are open and take an event or a raid when it comes. */
export function goalsAbout(kind: 'event' | 'raid', code: string, goals: readonly GoalView[]): GoalView[] {
  const open = goals.filter((goal) => goal.kind === kind && goal.standing !== 'reached')
  return open.filter(({ config }) => (kind === 'event' ? isWanted(config, code) : config.raid === code))
}

/** Without a word on which, all events are wanted. */
function isWanted({ events }: Record<string, unknown>, code: string): boolean {
  return !Array.isArray(events) || events.length === 0 || events.includes(code)
}

/** "Ana goes: It gains about 12 fox fur", those who go for the same reason together; or else why nobody does. */
export function told(occasion: string, goals: readonly GoalView[]): { who: string; why: string }[] {
  const lines = goals.flatMap((goal) => goal.lines.filter((line) => line.occasion === occasion))
  const refusals = goals.flatMap((goal) => goal.impossible.filter((one) => one.occasion === occasion))
  const reasons = [...new Set(lines.map(({ why }) => why))]
  const going = reasons.map((why) => {
    const own = lines.filter((line) => line.why === why)
    const names = own.map(({ character }) => character).join(', ')
    return { who: `${names} ${own.length > 1 ? 'go' : 'goes'}`, why }
  })
  if (going.length > 0) return going
  return refusals.map(({ why, unblock }) => ({
    who: 'Nobody goes',
    why: `${why}. What would help: ${unblock}`,
  }))
}
