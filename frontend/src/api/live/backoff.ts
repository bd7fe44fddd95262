/// How long to wait before trying again.

const FIRST_MS = 500
const LONGEST_MS = 15_000

/**
 * The pause before a try, `tries` being how many failed before (0 for the first). Doubles up to a bound; half of it is
 * chance, so that the browsers of a team do not all come back in the same instant after a restart of the server.
 */
export function pauseMs(tries: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries)
  return full / 2 + (random() * full) / 2
}
