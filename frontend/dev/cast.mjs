/// The five characters of the mock as they are at the start, and what each does over and over.

const skillNames = [
  'mining',
  'woodcutting',
  'fishing',
  'weaponcrafting',
  'gearcrafting',
  'jewelrycrafting',
  'cooking',
  'alchemy',
]

const parts = [
  {
    name: 'Ophelia',
    level: 14,
    gold: 2431,
    strategy: 'gathering',
    config: { resource: 'copper_rocks', until_quantity: 200 },
    action: 'gather copper_rocks',
    gain: '+9 xp, 1 × copper_ore',
    place: [2, 0, 'Copper Rocks'],
    cooldown: 12,
    why: 'Copper ore is wanted: 134 of 200 are in the bag or the bank.',
  },
  {
    name: 'Mercutio',
    level: 22,
    gold: 18_204,
    strategy: 'combat',
    config: { monster: 'yellow_slime', rest_below_percent: 45 },
    action: 'fight yellow_slime',
    gain: 'won in 9 turns, +27 xp, 14 gold, 1 × yellow_slimeball',
    place: [4, -1, 'Forest'],
    cooldown: 18,
    why: 'Yellow slimes give the most xp per minute that the forecast allows at 97 % to win.',
  },
  {
    name: 'Rosalind',
    level: 9,
    gold: 310,
    strategy: 'gathering',
    config: { resource: 'ash_tree' },
    action: 'gather ash_tree',
    gain: '+6 xp, 1 × ash_wood',
    place: [-1, 0, 'Forest'],
    cooldown: 9,
    why: 'Woodcutting is the skill asked for, and ash is the best tree at level 9.',
  },
  {
    name: 'Prospero',
    level: 31,
    gold: 92_117,
    strategy: 'combat',
    config: { monster: 'wolf', rest_below_percent: 60 },
    action: 'fight wolf',
    gain: 'won in 14 turns, +51 xp, 1 × wolf_hair',
    place: [-3, 0, 'Wolf Den'],
    cooldown: 25,
    why: 'A wolf is fought with full health: 88 % to win.',
  },
  {
    name: 'Viola',
    level: 5,
    gold: 42,
    strategy: 'gathering',
    config: { resource: 'gudgeon_fishing_spot' },
    action: 'gather gudgeon_fishing_spot',
    gain: '+4 xp, 1 × gudgeon',
    place: [4, 2, 'River Bank'],
    cooldown: 15,
    why: 'Fishing 5 asks for gudgeon until level 10.',
  },
]

export const tally = (change = {}) => ({
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
})

const gains = (xp, items, after_seconds) => ({
  busy_seconds: after_seconds * 0.99,
  xp,
  gold: 0,
  items,
  fights: 0,
  deaths: 0,
})

/** What a run's forecast said, beside what came after so many seconds: 12 xp and 2 items a minute, and a few more expected. */
export const runForecast = (seconds) => {
  const by = (after_seconds, reached) => ({
    after_seconds,
    expected: gains(after_seconds / 4.8, after_seconds / 29, after_seconds),
    came: reached ? gains(after_seconds / 5, after_seconds / 30, after_seconds) : null,
  })
  return { so_far: by(seconds, true), horizons: [3600, 86_400].map((after) => by(after, after <= seconds)) }
}

export const cast = () => parts.map(character)

function character(part, index) {
  const [x, y, map_name] = part.place
  return {
    part,
    since: Date.now(),
    cooldown: null,
    view: {
      name: part.name,
      account: 'globe',
      skin: index % 2 ? 'men1' : 'women1',
      version: 1,
      level: part.level,
      xp: 120 + index * 71,
      max_xp: 350 + part.level * 60,
      gold: part.gold,
      hp: 115 + part.level * 5 - index * 9,
      max_hp: 115 + part.level * 5,
      position: { layer: 'overworld', x, y, map_name },
      skills: Object.fromEntries(
        skillNames.map((skill, at) => [
          skill,
          { level: 1 + ((part.level + at * 5 + index) % 20), xp: (at * 61 + index * 47) % 300, max_xp: 300 },
        ]),
      ),
      inventory: {
        items: [{ code: 'copper_ore', quantity: 34 }],
        total: 34 + index * 11,
        max_items: 118,
        slots_used: 4,
        slots: 20,
      },
      equipment: { weapon: { code: 'copper_pickaxe', quantity: 1 } },
      task: index === 1 ? { code: 'yellow_slime', kind: 'monsters', progress: 41, total: 120 } : null,
      state: 'acting',
      doing: part.action,
      why: part.why,
      manual: null,
      automation: {
        goal_id: null,
        run_id: `run-${index}`,
        strategy: part.strategy,
        config: part.config,
        status: 'running',
        reason: '',
        started_at: new Date(Date.now() - 7_400_000).toISOString(),
        target: part.config.resource ?? part.config.monster,
        tally: tally({
          actions: 57,
          seconds: 3140,
          gathers: 40 + index * 17,
          xp: 1204,
          items: { copper_ore: 40 },
        }),
        forecast: runForecast(7400),
      },
      last_actions: [],
      restarts: index === 3 ? 1 : 0,
      problem: null,
      as_of: null,
    },
  }
}

const text = (description) => ({ type: ['string', 'null'], default: null, description })
const whole = (description) => ({ type: ['integer', 'null'], default: null, minimum: 1, description })

const step = {
  required: ['strategy'],
  properties: {
    strategy: { type: 'string', description: 'Name of a strategy.' },
    config: { type: 'object', description: 'Its configuration; what is left out has its default.' },
    until: {
      type: 'array',
      description: 'Go on as soon as one of these is met.',
      items: {
        oneOf: [
          {
            description: 'Minutes within the step.',
            required: ['when', 'at_least'],
            properties: { when: { const: 'minutes' }, at_least: { type: 'integer', minimum: 1 } },
          },
          {
            description: 'Gathers and fights within the step.',
            required: ['when', 'at_least'],
            properties: { when: { const: 'loops' }, at_least: { type: 'integer', minimum: 1 } },
          },
          { description: 'Nothing more fits into the bag.', properties: { when: { const: 'bag_full' } } },
        ],
      },
    },
  },
  type: 'object',
}

export const strategies = [
  {
    name: 'gathering',
    description: 'Gathers from one resource, carries what is found to the bank, and comes back.',
    defaults: { resource: null, loops: null, tool: true },
    schema: {
      properties: {
        resource: { ...text('What to gather.'), 'x-order': 0 },
        loops: { ...whole('Stop after so many gathers.'), 'x-order': 1 },
        tool: { type: 'boolean', description: 'Whether to put on the best tool there is.', 'x-order': 2 },
      },
    },
  },
  {
    name: 'combat',
    description: 'Fights one monster again and again, heals when it must, and takes care of the bag.',
    defaults: { monster: null, fights: null },
    schema: {
      properties: {
        monster: { ...text('What to fight.'), 'x-order': 0 },
        fights: { ...whole('Stop after so many fights, won or lost.'), 'x-order': 1 },
      },
    },
  },
  {
    name: 'workflow',
    description: 'Does several things one after the other, each until a condition is met.',
    defaults: { repeat: false, steps: [{ strategy: 'gathering', config: {}, until: [] }] },
    schema: {
      properties: {
        steps: { type: 'array', items: step, description: 'What to do, one after the other.', 'x-order': 0 },
        repeat: { type: 'boolean', description: 'Whether to begin again after the last step.', 'x-order': 1 },
      },
    },
  },
]

const forecast = (hours) => ({
  hours,
  xp: { mining: 950 * hours },
  levels: { mining: 3 + Math.floor(Math.sqrt(hours)) },
  gold: 0,
  items: { copper_ore: 115 * hours },
  fights: 0,
  deaths: 0,
  requests: 120 * hours,
  refusals: 0,
  idle: {},
  utilisation: 0.998,
  done: null,
  blocked: null,
})

export const forecasts = [forecast(1), forecast(24)]
