/// Playing the mock's characters by hand: each order is done three seconds after the one before it.
const LINGERS_MS = 600_000
const TAKES_MS = 3000

export function order(character, action) {
  const { view } = character
  const now = Date.now()
  view.manual ??= { since: new Date(now).toISOString(), hand_back_at: null, orders: [] }
  const state = { state: 'queued', outcome: null }
  const words = Object.values(action)
    .filter((part) => typeof part !== 'object')
    .join(' ')
  view.manual.orders.push({ id: `order-${now}-${view.manual.orders.length}`, action, words, ...state })
  view.manual.hand_back_at = null
  if (view.automation?.status === 'running') view.automation.status = 'taken_over'
  character.nextOrder ??= now + TAKES_MS
  view.version++
  return view.manual.orders.at(-1)
}

/** Ends the order whose time has come; whether anything changed. */
export function proceed(character, now = Date.now()) {
  if (!character.nextOrder || now < character.nextOrder) return false
  const { manual } = character.view
  const next = manual?.orders.find(({ state }) => state === 'queued')
  if (next) Object.assign(next, { state: 'done', outcome: 'it is done' })
  const more = manual?.orders.some(({ state }) => state === 'queued')
  character.nextOrder = more ? now + TAKES_MS : undefined
  if (manual && !more) manual.hand_back_at = new Date(now + LINGERS_MS).toISOString()
  character.view.version++
  return true
}

export function withdraw({ view }) {
  const queued = view.manual?.orders.filter(({ state }) => state === 'queued') ?? []
  for (const one of queued) Object.assign(one, { state: 'withdrawn', outcome: 'withdrawn by hand' })
  view.version++
  return { data: queued }
}

export function handBack({ view }) {
  view.manual = null
  if (view.automation?.status === 'taken_over') view.automation.status = 'running'
  view.version++
}
