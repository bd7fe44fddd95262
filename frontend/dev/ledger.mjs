/// Where the time of the mock's characters went.

const HOUR_MS = 3_600_000
const spent = (account, seconds, reason = null) => ({ account, reason, seconds })

export function ledger() {
  const hours = Array.from({ length: 24 }, (_, ago) => {
    const start = new Date((Math.floor(Date.now() / HOUR_MS) - ago) * HOUR_MS).toISOString()
    const lost = (ago * 37) % 90
    if (ago > 20) return { start, seconds: [spent('off', 3600)] }
    const rest = [spent('travelling', 240), spent('resting', 180), spent('deciding', 12), spent('budget', 8)]
    const idle = lost > 40 ? [spent('idle', lost, 'paused')] : []
    return { start, seconds: [spent('acting', 3160 - (idle[0]?.seconds ?? 0)), ...rest, ...idle] }
  }).reverse()
  const sums = new Map()
  for (const { account, reason, seconds } of hours.flatMap((hour) => hour.seconds)) {
    const key = `${account} ${reason}`
    const known = sums.get(key) ?? spent(account, 0, reason)
    sums.set(key, { ...known, seconds: known.seconds + seconds })
  }
  const seconds = [...sums.values()].sort((a, b) => b.seconds - a.seconds)
  return { from: hours[0].start, until: new Date().toISOString(), seconds, utilisation: 0.9938, hours }
}
