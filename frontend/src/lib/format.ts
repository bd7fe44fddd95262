/// Numbers, spans of time and codes of the game as people read them.

const numbers = new Intl.NumberFormat('en')
const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const days = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** 12345 → "12,345" */
export function number(value: number): string {
  return numbers.format(value)
}

/** A time of day on the reader's clock, "14:03:22". Takes ISO text or milliseconds. */
export function timeOfDay(at: string | number): string {
  return clock.format(new Date(at))
}

/** A time of day without its seconds, "14:03". Takes ISO text or milliseconds. */
export function minuteOfDay(at: string | number): string {
  return timeOfDay(at).slice(0, 5)
}

/** "5 Jan 2026, 14:03", on the reader's clock. Takes ISO text or milliseconds. */
export function dateAndMinute(at: string | number): string {
  return `${day.format(new Date(at))}, ${minuteOfDay(at)}`
}

/** "Monday, 5 January", on the reader's clock. Takes ISO text or milliseconds. */
export function weekday(at: string | number): string {
  return days.format(new Date(at))
}

/** A span in its two largest units: "42 s", "3 min 5 s", "2 h 10 min", "3 d 4 h". */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return two(seconds, 60, 'min', 's')
  if (seconds < 86_400) return two(Math.floor(seconds / 60), 60, 'h', 'min')
  return two(Math.floor(seconds / 3600), 24, 'd', 'h')
}

/** "copper_rocks" → "copper rocks"; a place like "(2, 0)" is kept on one line. */
export function words(code: string): string {
  return code.replaceAll('_', ' ').replace(/, (?=-?\d+\))/g, ',\u00a0')
}

/** "copper_rocks" → "Copper rocks" */
export function title(code: string): string {
  return code.charAt(0).toUpperCase() + words(code.slice(1))
}

/** "1 character", "5 characters" */
export function count(n: number, thing: string): string {
  return `${number(n)} ${thing}${n === 1 ? '' : 's'}`
}

function two(value: number, size: number, large: string, small: string): string {
  const rest = value % size
  return `${Math.floor(value / size)} ${large}${rest ? ` ${rest} ${small}` : ''}`
}
