/// The mock's goals in the shapes of the API: a few of each standing, and those that are made.

const hour = 3_600_000
const at = (hours) => new Date(Date.now() + hours * hour).toISOString()
const line = (character, what, from, hours, why, occasion = null) => ({
  character,
  what,
  now: from === 0,
  from: at(from),
  until: at(from + hours),
  why,
  occasion,
})

const names = {
  type: 'array',
  items: { type: 'string', format: 'character' },
  title: 'Names',
  description: 'Only these characters; nobody named means all.',
  'x-order': 3,
}

const kinds = [
  {
    name: 'level',
    description: 'A combat or skill level, for one, some or all of the characters.',
    templates: [],
    defaults: { skill: null, level: 10, who: 'everyone', names: [] },
    schema: {
      properties: {
        skill: {
          type: ['string', 'null'],
          enum: ['mining', 'woodcutting', 'fishing', null],
          title: 'Skill',
          description: 'Which skill; without one, it is the combat level.',
          'x-order': 0,
        },
        level: {
          type: 'integer',
          minimum: 2,
          maximum: 50,
          title: 'Level',
          description: 'The level to reach.',
          'x-order': 1,
        },
        who: {
          type: 'string',
          enum: ['everyone', 'one'],
          title: 'Who',
          description: 'Whether each of them is to reach it, or one is enough.',
          'x-order': 2,
        },
        names,
      },
    },
  },
]

function view(id, words, change) {
  return {
    id,
    account: 'globe',
    kind: 'level',
    config: { skill: 'mining', level: 15, who: 'one', names: [] },
    words,
    priority: 5,
    after: [],
    standing: 'under_way',
    progress: 0,
    awaits: null,
    expected_end: null,
    bottleneck: null,
    impossible: [],
    stages: [],
    lines: [],
    created_at: at(-3),
    reached_at: null,
    ...change,
  }
}

const wait = 'It takes 2 h 40 min; Rosalind would take 3 h 5 min'

export class Goals {
  all = [
    view('goal-1', 'mining 15 for one of them', {
      progress: 0.42,
      expected_end: at(6.2),
      bottleneck: 'Ophelia: train mining to 15, 6 h 12 min of 6 h 12 min',
      lines: [
        line('Ophelia', 'train mining to 15', 0, 6.2, 'It takes 6 h 12 min; Rosalind would take 9 h 40 min'),
      ],
    }),
    view('goal-2', 'combat 25 for everyone', {
      priority: 4,
      standing: 'waiting',
      progress: 0.61,
      after: ['goal-1'],
      expected_end: at(20),
      bottleneck: 'Prospero: train combat to 25, 8 h of 20 h',
      lines: [
        line('Prospero', 'train combat to 25', 6.2, 8, wait),
        line('Mercutio', 'train combat to 25', 6.2, 3, wait),
      ],
    }),
    view('goal-3', 'fishing 40 for Mercutio', {
      priority: 3,
      standing: 'impossible',
      progress: 0.1,
      impossible: [
        {
          occasion: null,
          what: 'Mercutio: train fishing to 40',
          why: 'Mercutio does what a person has told it: combat',
          unblock: 'Stop what Mercutio does, and it works for goals',
        },
      ],
    }),
    view('goal-5', 'what events bring, taken by one of them', {
      kind: 'event',
      config: { events: [], best_for: 'drops', names: [] },
      awaits: { what: 'the next event, about every 2 hours', at: null },
      impossible: [
        {
          occasion: 'glowcap_night',
          what: 'Glowcap Night: gather glowcap_ring',
          why: 'Prospero: it needs alchemy 10, not 4',
          unblock: 'alchemy level 10',
        },
      ],
      lines: [
        line(
          'Mercutio',
          'fight silver_fox while foxes_at_large is on',
          0,
          0.7,
          'It gains about 24 fox_fur; for Rosalind it is about 18 fox_fur',
          'foxes_at_large',
        ),
      ],
    }),
    view('goal-6', 'the raid siege by up to 3 of everyone', {
      kind: 'raid',
      config: { raid: 'siege', party: 3, hours: 3, potions: 50, names: [] },
      standing: 'waiting',
      awaits: { what: 'The Siege opens', at: at(50) },
      lines: ['Ophelia', 'Mercutio', 'Rosalind'].map((name) =>
        line(
          name,
          'go to the raid siege: Ophelia, Mercutio and Rosalind',
          49.8,
          3.2,
          'It takes up to 12 min to get ready and be there when it opens',
          'siege',
        ),
      ),
    }),
    view('goal-4', 'woodcutting 10 for one of them', {
      standing: 'reached',
      progress: 1,
      reached_at: at(-1),
    }),
  ]

  views() {
    return this.all
  }

  answer(method, name, body) {
    if (name === 'schema') return { status: 200, body: { data: kinds } }
    if (name === 'preview') return { status: 200, body: this.made(body) }
    if (method === 'POST') {
      this.all = [...this.all, this.made(body)]
      return { status: 201, body: this.all.at(-1) }
    }
    if (method === 'DELETE') this.all = this.all.filter(({ id }) => id !== name)
    if (method === 'PUT') this.all = this.all.map((one) => (one.id === name ? { ...one, ...body } : one))
    return method === 'DELETE' ? { status: 204, body: {} } : { status: 200, body: { data: this.all } }
  }

  made({ config, priority }) {
    const what = config.skill ?? 'combat'
    return view(`goal-${Date.now()}`, `${what} ${config.level} for ${config.who}`, {
      config,
      priority,
      expected_end: at(9),
      bottleneck: `Rosalind: train ${what} to ${config.level}, 9 h of 9 h`,
      lines: [line('Rosalind', `train ${what} to ${config.level}`, 0, 9, wait)],
    })
  }
}
