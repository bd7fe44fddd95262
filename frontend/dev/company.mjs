/// The mock's company at work: time passes, actions end, the log grows. Nothing here is the game; it only looks alive.
import { cast, tally } from './cast.mjs'

export class Company {
  accounts = [{ name: 'globe', origin: 'option' }]
  characters = cast()
  log = []
  faults = { database: false, game: false, token: false }
  started = Date.now()
  lines = 0
  requests = 0

  constructor() {
    for (let i = 90; i > 0; i--) this.finish(this.characters[i % 5], Date.now() - i * 19_000)
    for (const character of this.characters) this.rest(character)
  }

  /** Lets time pass; the names of those who changed. */
  tick(now = Date.now()) {
    const due = this.characters.filter((c) => c.cooldown && now >= c.cooldown.ends)
    for (const c of due) {
      if (c.view.automation?.status === 'running') {
        this.finish(c, now)
        this.rest(c)
      } else this.idle(c)
    }
    return due
  }

  finish({ part, view }, at) {
    const refused = this.lines % 13 === 7
    const line = {
      id: `line-${this.lines++}`,
      at: new Date(at).toISOString(),
      account: view.account,
      character: view.name,
      action: part.action,
      outcome: refused ? 'refused' : 'applied',
      summary: refused ? 'the inventory is full, so a trip to the bank comes first' : part.gain,
      why: part.why,
      refusal_code: refused ? 497 : null,
      resolved: false,
      cooldown_seconds: part.cooldown,
    }
    this.requests++
    this.log.unshift(line)
    view.last_actions = [line, ...view.last_actions].slice(0, 8)
    if (!refused) this.gain(view)
    view.version++
    return line
  }

  gain(view) {
    view.xp = (view.xp + 9) % view.max_xp
    view.gold += 3
    view.hp = view.hp > 60 ? view.hp - 4 : view.max_hp
    view.inventory.total = (view.inventory.total + 1) % view.inventory.max_items
    if (view.automation) view.automation.tally.gathers++
  }

  rest(c) {
    const total = c.part.cooldown * 1000
    c.cooldown = { ends: Date.now() + total, total }
    c.since = Date.now()
    Object.assign(c.view, {
      state: 'cooldown',
      doing: `${c.part.action} at (${c.view.position.x}, ${c.view.position.y})`,
      why: c.part.why,
      version: c.view.version + 1,
    })
  }

  idle(c) {
    c.cooldown = null
    c.since = Date.now()
    Object.assign(c.view, { state: 'idle', doing: '', why: '', version: c.view.version + 1 })
  }

  start(c, strategy, config) {
    c.view.automation = {
      run_id: `run-${Date.now()}`,
      goal_id: null,
      strategy,
      config,
      status: 'running',
      reason: '',
      started_at: new Date().toISOString(),
      target: config.resource ?? config.monster,
      tally: tally(),
      forecast: null,
    }
    const { target } = c.view.automation
    Object.assign(c.part, {
      action: `${strategy === 'combat' ? 'fight' : 'gather'} ${target}`,
      why: `${target} is what was asked for.`,
    })
    this.rest(c)
    return c.view.automation
  }

  change(c, wish) {
    const now = {
      pause: { status: 'paused', reason: 'paused by hand' },
      resume: { status: 'running', reason: 'resumed by hand' },
      'wind-down': { status: 'stopped', reason: 'Stopped as asked.' },
    }
    c.view.automation = { ...c.view.automation, ...now[wish] }
    c.view.version++
    return c.view.automation
  }

  stop(c) {
    c.view.automation = { ...c.view.automation, status: 'stopped', reason: 'Stopped by hand.' }
    c.view.version++
    return c.view.automation
  }

  block(c) {
    c.view.automation = {
      ...c.view.automation,
      status: 'blocked',
      reason: 'The bank is full: 50 of 50 slots are taken. Sell something, or buy more slots.',
    }
    this.idle(c)
  }
}
