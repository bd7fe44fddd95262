/// What there is in the mock's season and where, the bank, and the templates.

const item = (code, level, kind, more = {}) => ({
  code,
  name: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' '),
  level,
  kind,
  craft_skill: null,
  recyclable: false,
  tradeable: true,
  ...more,
})
const creature = (code, level) => ({ code, name: code.replaceAll('_', ' '), level })
const place = (map_id, name, x, y, content, code, leads_to = null) => ({
  map_id,
  name,
  layer: 'overworld',
  x,
  y,
  content,
  code,
  leads_to,
})
const crafted = (craft_skill) => ({ craft_skill, recyclable: true })

/** What the account has on the Grand Exchange, and what waits for it. */
export const exchange = () => ({
  as_of: new Date().toISOString(),
  orders: [
    {
      id: 'order-1',
      kind: 'sell',
      code: 'copper_ore',
      quantity: 40,
      price: 3,
      created_at: new Date().toISOString(),
    },
    {
      id: 'order-2',
      kind: 'buy',
      code: 'ash_wood',
      quantity: 12,
      price: 5,
      created_at: new Date().toISOString(),
    },
  ],
  waiting: [
    {
      id: 'waiting-1',
      description: 'Achievement: Amateur Miner',
      gold: 1000,
      items: [{ code: 'small_health_potion', quantity: 2 }],
      created_at: new Date().toISOString(),
    },
  ],
})

export const season = {
  version: 'mock',
  items: [
    item('copper_ore', 1, 'resource'),
    item('copper_bar', 1, 'resource', { craft_skill: 'mining' }),
    item('copper_dagger', 1, 'weapon', crafted('weaponcrafting')),
    item('copper_ring', 1, 'ring', crafted('jewelrycrafting')),
    item('copper_pickaxe', 1, 'weapon', crafted('weaponcrafting')),
    item('iron_sword', 10, 'weapon', crafted('weaponcrafting')),
    item('cooked_gudgeon', 1, 'consumable', { craft_skill: 'cooking' }),
    item('small_health_potion', 5, 'utility', { craft_skill: 'alchemy' }),
  ],
  monsters: [creature('chicken', 1), creature('yellow_slime', 2), creature('wolf', 15)],
  achievements: [{ code: 'empty_coop', name: 'Empty Coop' }],
  resources: [creature('copper_rocks', 1), creature('ash_tree', 1), creature('iron_rocks', 10)],
  places: [
    place(1, 'Copper Rocks', 2, 0, 'resource', 'copper_rocks'),
    place(2, 'Forest', 4, -1, 'monster', 'yellow_slime'),
    place(3, 'Forest', -1, 0, 'resource', 'ash_tree'),
    place(4, 'Wolf Den', -3, 0, 'monster', 'wolf', 12),
    place(5, 'River Bank', 4, 2, 'resource', 'gudgeon_fishing_spot'),
    place(6, 'City', 4, 1, 'bank', 'bank'),
    place(7, 'Forge', 1, 5, 'workshop', 'mining'),
    place(8, 'City', 1, 2, 'tasks_master', 'monsters'),
    place(9, 'City', 5, 1, 'grand_exchange', 'grand_exchange'),
    place(10, 'Market', 2, 3, 'npc', 'nomadic_merchant'),
  ],
  offers: [
    { npc: 'nomadic_merchant', code: 'copper_ore', currency: 'gold', buy_price: null, sell_price: 3 },
    { npc: 'nomadic_merchant', code: 'cooked_gudgeon', currency: 'gold', buy_price: 12, sell_price: null },
  ],
}

const stack = (code, quantity, reserved = []) => ({ code, quantity, reserved })
const crafting = 'Taking 24 copper_bar out of the bank to craft copper_dagger — for weaponcrafting 5'

export const bank = {
  gold: 52_310,
  slots: 50,
  next_expansion_cost: 7000,
  items: [
    stack('ash_wood', 212),
    stack('cooked_gudgeon', 60),
    stack('copper_bar', 48, [
      { character: 'Ophelia', goal_id: null, quantity: 24, why: crafting },
      { character: null, goal_id: 'goal-1', quantity: 18, why: 'one iron_sword for everyone' },
    ]),
    stack('iron_sword', 1),
  ],
}

export const details = ({ position }) => ({
  map_id: season.places.find(({ x, y }) => x === position.x && y === position.y)?.map_id ?? 99,
  stats: { initiative: 100, haste: 4, attack_earth: 12, dmg_earth: 6, res_fire: 3, prospecting: 20 },
  bank,
})

const template = (name, title, about, [from_level, to_level], strategy, config) => ({
  name,
  title,
  about,
  from_level,
  to_level,
  strategy,
  config,
})
const minutes = (at_least) => [{ when: 'minutes', at_least }]

export const templates = [
  template('gather', 'Gather and save', 'Gathers on and on, and fills the bank.', [1, 50], 'gathering', {}),
  template('fight', 'Careful fighter', 'Fights only what it beats every time.', [1, 50], 'combat', {}),
  template('turns', 'Turn and turn about', 'An hour of gathering, an hour of fights.', [1, 50], 'workflow', {
    repeat: true,
    steps: [
      { strategy: 'gathering', until: minutes(60) },
      { strategy: 'combat', until: minutes(60) },
    ],
  }),
]

const alternative = (choice, code, score, unit, words, ruled_out = null) => ({
  choice,
  code,
  score,
  unit,
  words,
  ruled_out,
})

/** A line as the log has it: with what the live view leaves out. */
export const entry = (line) => ({
  ...line,
  facts: [
    { name: 'bag', value: '34 of 118' },
    { name: 'gathers so far', value: '57' },
  ],
  alternatives: [
    alternative('resource', 'copper_rocks', 1469.8, 'xp/h', '1470 xp/h, 32 s per gather'),
    alternative('resource', 'ash_tree', 1322.1, 'xp/h', '1322 xp/h, 35 s per gather'),
    alternative('resource', 'iron_rocks', null, 'xp/h', 'mining level 10', 'it needs mining 10, not 4'),
    alternative('resource', 'coal_rocks', null, 'xp/h', 'mining level 20', 'it needs mining 20, not 4'),
  ],
})
