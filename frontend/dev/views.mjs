/// The company of the mock in the shapes of the API.

export function characterView({ view, since, cooldown }, faults, now = Date.now()) {
  return {
    ...view,
    state: faults.game && view.state === 'acting' ? 'game_away' : view.state,
    since_ms: now - since,
    cooldown: cooldown && {
      total_ms: cooldown.total,
      remaining_ms: Math.max(0, cooldown.ends - now),
      reason: 'action',
    },
  }
}

export function statusView({ accounts, characters, faults, requests, started, log }) {
  const used = 31 + (requests % 23)
  return {
    version: '0.1.0',
    mode: 'sandbox',
    speed: 5,
    game_url: 'in process',
    database: faults.database
      ? { state: 'away', backlog: log.length % 50, message: 'connection refused' }
      : { state: 'ok', backlog: 0, message: null },
    game: faults.game
      ? { state: 'away', since_ms: 40_000, message: 'no answer for 40 s' }
      : { state: 'ok', since_ms: 90_000, message: null },
    accounts: accounts.map((account) => accountView(account, characters, faults)),
    actions: { applied: requests, refused: 7, lost: 0 },
    rates: [
      { bucket: 'action', window: 'second', limit: 10, remaining: 9 },
      { bucket: 'action', window: 'minute', limit: 100, remaining: 100 - used },
      { bucket: 'data', window: 'minute', limit: 200, remaining: 198 },
    ],
    started_at: new Date(started).toISOString(),
    now: new Date().toISOString(),
  }
}

function accountView({ name, origin }, characters, faults) {
  const rejected = faults.token && origin === 'option'
  return {
    name,
    origin,
    state: rejected ? 'rejected' : 'ok',
    since_ms: rejected ? 40_000 : 90_000,
    message: rejected ? 'the game rejects the token' : null,
    characters: characters.filter(({ view }) => view.account === name).map(({ view }) => view.name),
    requests_last_hour: origin === 'option' ? 812 : 0,
  }
}

export function treeView({ characters, started }) {
  const since_ms = Date.now() - started
  const node = (id, children = [], more = {}) => ({
    id,
    kind: children.length ? 'supervisor' : 'worker',
    state: 'running',
    since_ms,
    strategy: children.length ? 'one_for_one' : null,
    restarts: 0,
    last_exit: null,
    doing: null,
    mailbox: 0,
    children,
    ...more,
  })
  const cast = characters.map(({ view }) =>
    node(`character/${view.account}/${view.name}`, [], {
      doing: view.doing || 'idle',
      restarts: view.restarts,
      last_exit: view.restarts ? 'panicked: index out of range' : null,
    }),
  )
  return node('root', [
    node('storage', [node('recorder', [], { doing: 'wrote 12 entries' })], { strategy: 'rest_for_one' }),
    node('gateway', [node('limiter', [], { doing: '2 requests in flight' }), node('game_data')], {
      strategy: 'rest_for_one',
    }),
    node('accounts', [
      node('account/globe', [node('realtime', [], { doing: 'polling' }), node('characters', cast)]),
    ]),
    node('sessions', [node('session/1')]),
  ])
}
