/// Every query key, in one place. What lies under `live` is fed by the socket and replaced by each snapshot.

export const keys = {
  connection: ['connection'],
  strategies: ['strategies'],
  goalKinds: ['goal kinds'],
  templates: ['templates'],
  season: ['season'],
  saved: ['saved'],
  runs: (character: string | undefined) => ['runs', character] as const,
  bank: (account: string | undefined) => ['bank', account] as const,
  details: (name: string) => ['details', name] as const,
  exchange: (name: string) => ['exchange', name] as const,
  ledger: (name: string) => ['ledger', name] as const,
  log: (name: string) => ['log', name] as const,
  seasonEvents: ['season-events'],
  live: ['live'],
  characters: ['live', 'characters'],
  goals: ['live', 'goals'],
  tree: ['live', 'tree'],
  status: ['live', 'status'],
  events: ['live', 'events'],
} as const
