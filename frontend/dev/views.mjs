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

export function statusView({ accounts, characters, faults, requests, started, log }, firings) {
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
    firings,
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
    realtime,
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

const realtime = {
  mode: 'polling',
  since_ms: 90_000,
  message: "The game's WebSocket refuses it: Access denied, you must be a member to do that.",
}

const place = (map_name, x, y, layer = 'overworld') => ({ map_name, x, y, layer })
const monster = (code, name, level, drops) => ({ type: 'monster', code, name, level, skill: null, drops })

export const seasonEvents = [
  {
    code: 'foxes_at_large',
    name: 'Foxes at Large',
    content: monster('silver_fox', 'Silver Fox', 7, [
      { code: 'fox_pelt', rate: 1 },
      { code: 'raw_fox_meat', rate: 4 },
      { code: 'silver_tail', rate: 120 },
    ]),
    duration_minutes: 60,
    every_minutes: 240,
    places: [place('Meadow', 3, 1), place('Meadow', -4, 0)],
  },
  {
    code: 'glowcap_night',
    name: 'Glowcap Night',
    content: {
      type: 'resource',
      code: 'glowcap_ring',
      name: 'Glowcap Ring',
      level: 10,
      skill: 'alchemy',
      drops: [
        { code: 'glowcap', rate: 1 },
        { code: 'mushroom', rate: 10 },
      ],
    },
    duration_minutes: 60,
    every_minutes: 240,
    places: [place('Meadow', 0, 2), place('Old Cellar', -2, 3, 'underground')],
  },
  {
    code: 'peddlers_wagon',
    name: "Peddler's Wagon",
    content: {
      type: 'npc',
      code: 'peddler',
      name: 'Travelling Peddler',
      level: null,
      skill: null,
      drops: [],
    },
    duration_minutes: 90,
    every_minutes: 360,
    places: [place('Village', 0, -1), place('Outpost', 6, 6)],
  },
]

/** Two events are on, one raid is open and one closed. */
export function eventsView({ characters, started }) {
  const at = (minutes) => new Date(started + minutes * 60_000).toISOString()
  const [foxes, glowcaps] = seasonEvents
  const { position } = characters[0]?.view ?? { position: foxes.places[0] }
  const active = ({ code, name }, place, ends) => ({
    code,
    name,
    place,
    created_at: at(ends - 60),
    expiration: at(ends),
  })
  const raid = {
    code: 'wyrm_in_the_cinders',
    name: 'Wyrm in the Cinders',
    monster: 'cinder_wyrm',
    weekdays: ['wednesday', 'saturday', 'sunday'],
    duration_hours: 6,
    next_start_at: at(3000),
    windows: [3000, 5880, 7320].map((from) => ({ opens_at: at(from), closes_at: at(from + 360) })),
    rewards: ['wyrm_scale', 'event_ticket'],
  }
  const open = {
    starts_at: at(-90),
    ends_at: at(270),
    total_hp: 1_500_000,
    remaining_hp: 612_400,
    participants: 41,
  }
  return {
    active: [active(foxes, position, 42), active(glowcaps, glowcaps.places[1], 7)],
    raids: [
      { ...raid, open },
      { ...raid, code: 'siege', name: 'The Siege', monster: 'troll_king', open: null },
    ],
  }
}
