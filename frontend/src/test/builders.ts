/// Whole values of the API's types for tests: each test names only what it is about.
import type { Character, Run } from '@/api/characters'
import type {
  AccountView,
  ActiveEventView,
  CharacterView,
  ComparisonView,
  GainsView,
  GoalView,
  LogEntry,
  LogLine,
  QuoteView,
  RaidView,
  SeasonEvent,
  SeasonView,
  Status,
  TreeNode,
} from '@/api/schema'

const skill = { level: 7, xp: 40, max_xp: 200 }

export function view(change: Partial<CharacterView> = {}): CharacterView {
  return {
    name: 'Ana',
    account: 'demo',
    skin: 'women1',
    version: 1,
    level: 12,
    xp: 340,
    max_xp: 900,
    gold: 1204,
    hp: 90,
    max_hp: 120,
    position: { layer: 'overworld', x: 2, y: 0, map_name: 'Copper Mine' },
    skills: { mining: skill, cooking: skill },
    inventory: {
      items: [{ code: 'copper_ore', quantity: 34 }],
      total: 34,
      max_items: 100,
      slots_used: 1,
      slots: 20,
    },
    equipment: {},
    task: null,
    state: 'acting',
    since_ms: 0,
    cooldown: null,
    doing: 'gather copper_rocks at (2, 0)',
    why: 'Copper ore is wanted.',
    automation: run(),
    manual: null,
    last_actions: [],
    restarts: 0,
    problem: null,
    as_of: null,
    ...change,
  }
}

export function character(change: Partial<Character> = {}): Character {
  return { receivedAt: Date.now(), ...view(change), ...change }
}

export function run(change: Partial<Run> = {}): Run {
  return {
    run_id: 'run-1',
    goal_id: null,
    strategy: 'gathering',
    config: { resource: 'copper_rocks' },
    target: 'copper_rocks',
    status: 'running',
    reason: '',
    started_at: '2026-01-05T08:00:00Z',
    tally: tally(),
    forecast: null,
    ...change,
  }
}

export function gains(change: Partial<GainsView> = {}): GainsView {
  return { busy_seconds: 0, xp: 0, gold: 0, items: 0, fights: 0, deaths: 0, ...change }
}

export function comparison(after_seconds: number, change: Partial<ComparisonView> = {}): ComparisonView {
  return { after_seconds, expected: gains(), came: null, ...change }
}

export function tally(change: Partial<Run['tally']> = {}): Run['tally'] {
  return {
    actions: 0,
    seconds: 0,
    gathers: 0,
    fights: 0,
    wins: 0,
    deaths: 0,
    xp: 0,
    tasks: 0,
    gold: 0,
    items: {},
    crafted: {},
    recycled: {},
    deposits: 0,
    rests: 0,
    meals: 0,
    ...change,
  }
}

export function line(change: Partial<LogLine> = {}): LogLine {
  return {
    id: 'line-1',
    at: '2026-01-05T10:00:00Z',
    account: 'demo',
    character: 'Ana',
    action: 'gather copper_rocks',
    outcome: 'applied',
    summary: '+5 xp, 1 × copper_ore',
    why: 'Copper ore is wanted.',
    refusal_code: null,
    resolved: false,
    cooldown_seconds: 25,
    ...change,
  }
}

export function entry(change: Partial<LogEntry> = {}): LogEntry {
  return { ...line(change), facts: [], alternatives: [], ...change }
}

/** A season with a tile of every kind that forms look for. */
export function season(change: Partial<SeasonView> = {}): SeasonView {
  const item = { level: 1, craft_skill: null, recyclable: false, tradeable: true }
  const place = { name: 'Somewhere', layer: 'overworld', x: 0, leads_to: null }
  return {
    version: 'test',
    items: [
      { ...item, code: 'copper_ore', name: 'Copper Ore', kind: 'resource' },
      { ...item, code: 'copper_ring', name: 'Copper Ring', kind: 'ring' },
      { ...item, code: 'copper_bar', name: 'Copper Bar', kind: 'resource', craft_skill: 'mining' },
    ],
    monsters: [],
    resources: [],
    achievements: [],
    places: [
      { ...place, map_id: 1, x: 2, y: 0, content: 'resource', code: 'copper_rocks' },
      { ...place, map_id: 2, y: 1, content: 'bank', code: 'bank' },
      { ...place, map_id: 3, y: 2, content: 'workshop', code: 'mining' },
    ],
    offers: [],
    ...change,
  }
}

/** What an item stands at on the exchange. */
export function quote(change: Partial<QuoteView> = {}): QuoteView {
  return {
    code: 'copper_ore',
    bid: 2,
    bid_pieces: 40,
    ask: 3,
    ask_pieces: 60,
    spread: 1,
    fair: 2.35,
    fair_from: 'Sales of the last seven days, 900 pieces',
    pieces_per_day: 120,
    gold_per_day: 282,
    ...change,
  }
}

export function goal(change: Partial<GoalView> = {}): GoalView {
  return {
    id: 'goal-1',
    account: 'demo',
    kind: 'level',
    config: { skill: 'mining', level: 15, who: 'one', names: [] },
    words: 'mining 15 for one of them',
    priority: 5,
    after: [],
    standing: 'under_way',
    progress: 0.25,
    awaits: null,
    expected_end: '2026-01-05T18:00:00Z',
    bottleneck: 'Ana: train mining to 15, 8 h of 8 h',
    impossible: [],
    lines: [
      {
        character: 'Ana',
        what: 'train mining to 15',
        now: true,
        from: '2026-01-05T10:00:00Z',
        until: '2026-01-05T18:00:00Z',
        why: 'It takes 8 h; Bea would take 9 h',
        occasion: null,
      },
    ],
    stages: [],
    created_at: '2026-01-05T08:00:00Z',
    reached_at: null,
    ...change,
  }
}

export function node(change: Partial<TreeNode> = {}): TreeNode {
  return {
    id: 'root',
    kind: 'supervisor',
    state: 'running',
    since_ms: 1000,
    strategy: 'one_for_one',
    restarts: 0,
    last_exit: null,
    doing: null,
    mailbox: 0,
    children: [],
    ...change,
  }
}

export function status(change: Partial<Status> = {}): Status {
  return {
    version: '0.1.0',
    mode: 'sandbox',
    speed: 1,
    game_url: 'http://sandbox',
    database: { state: 'ok', backlog: 0, message: null },
    game: { state: 'ok', since_ms: 0, message: null },
    accounts: [account()],
    actions: { applied: 0, refused: 0, lost: 0 },
    firings: [],
    rates: [{ bucket: 'action', window: 'minute', limit: 100, remaining: 60 }],
    started_at: '2026-01-05T08:00:00Z',
    now: '2026-01-05T10:00:00Z',
    ...change,
  }
}

export function account(change: Partial<AccountView> = {}): AccountView {
  return {
    name: 'demo',
    state: 'ok',
    since_ms: 0,
    message: null,
    origin: 'option',
    characters: ['Ana'],
    requests_last_hour: 0,
    realtime: { mode: 'socket', since_ms: 0, message: null },
    ...change,
  }
}

const meadow = { layer: 'overworld', x: 3, y: 1, map_name: 'Meadow' }

/** An event that ends within the hour. */
export function event(change: Partial<ActiveEventView> = {}): ActiveEventView {
  return {
    code: 'foxes_at_large',
    name: 'Foxes at Large',
    place: meadow,
    created_at: '2026-01-05T09:30:00Z',
    expiration: '2026-01-05T10:30:00Z',
    ...change,
  }
}

export function seasonEvent(change: Partial<SeasonEvent> = {}): SeasonEvent {
  return {
    code: 'foxes_at_large',
    name: 'Foxes at Large',
    content: {
      type: 'monster',
      code: 'silver_fox',
      name: 'Silver Fox',
      level: 7,
      skill: null,
      drops: [
        { code: 'fox_pelt', rate: 1 },
        { code: 'silver_tail', rate: 12 },
      ],
    },
    duration_minutes: 60,
    every_minutes: 240,
    places: [meadow],
    ...change,
  }
}

export function raid(change: Partial<RaidView> = {}): RaidView {
  return {
    code: 'wyrm',
    name: 'Wyrm in the Cinders',
    monster: 'cinder_wyrm',
    weekdays: ['wednesday', 'saturday'],
    duration_hours: 6,
    next_start_at: '2026-01-07T18:00:00Z',
    open: null,
    windows: [
      { opens_at: '2026-01-07T18:00:00Z', closes_at: '2026-01-08T00:00:00Z' },
      { opens_at: '2026-01-10T18:00:00Z', closes_at: '2026-01-11T00:00:00Z' },
    ],
    rewards: ['wyrm_scale'],
    ...change,
  }
}
