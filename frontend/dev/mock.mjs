/// A server that looks like Callboard to the dashboard, for work on the frontend alone: `npm run mock`, then `npm run dev`.
/// It serves dist/ as well. `curl -X POST :8080/mock/NAME` plays a fault: database, game, token (on and off), block (a character),
/// drop (closes the sockets and refuses new ones for 20 s), empty (no characters).
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { WebSocketServer } from 'ws'
import { Alerts } from './alerts.mjs'
import { handBack, order, proceed, withdraw } from './by-hand.mjs'
import { forecasts, strategies } from './cast.mjs'
import { Company } from './company.mjs'
import { item, opportunities, quotes } from './exchange.mjs'
import { Goals } from './goals.mjs'
import { runPage, savedAutomations } from './history.mjs'
import { ledger } from './ledger.mjs'
import { bank, details, entry, exchange, season, templates } from './season.mjs'
import { characterView, eventsView, seasonEvents, statusView, treeView } from './views.mjs'

const port = Number(process.env.PORT ?? 8080)
const dist = new URL('../dist/', import.meta.url).pathname
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const company = new Company()
const goals = new Goals()
const alerts = new Alerts()
let closedUntil = 0
let seq = 0

const status = () => statusView(company, alerts.open())
const views = () => company.characters.map((c) => characterView(c, company.faults))
const refuse = (status, code, message, details) => ({ status, body: { error: { code, message, details } } })
const ok = (body) => ({ status: 200, body })

function automation(method, name, body, wish) {
  const character = company.characters.find(({ view }) => view.name === name)
  if (!character) return refuse(404, 'character_not_found', `There is no character named ${name}.`)
  if (method === 'DELETE') return ok(company.stop(character))
  if (wish) return ok(company.change(character, wish))
  const known = strategies.find((s) => s.name === body.strategy)
  const wrong = Object.keys(body.config).find((key) => !(key in known.defaults))
  if (wrong) {
    const message = `there is no field \`${wrong}\``
    return refuse(422, 'invalid', message, { [wrong]: message })
  }
  return ok(company.start(character, body.strategy, body.config))
}

function byHand(method, name, body, part) {
  const character = company.characters.find(({ view }) => view.name === name)
  if (!character) return refuse(404, 'character_not_found', `There is no character named ${name}.`)
  if (part === 'details') return ok(details(character.view))
  if (part === 'hand-back') return { status: 204, body: handBack(character) }
  return method === 'DELETE' ? ok(withdraw(character)) : { status: 202, body: order(character, body) }
}

const traded = (name) => (name === 'opportunities' ? opportunities : name ? item(name) : quotes())

/** Newest first, by pages whose cursor is the number of lines before it. */
function logPage(query) {
  const name = query.get('character')
  const lines = company.log.filter(({ character }) => !name || character === name)
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 50)
  return { data: lines.slice(from, to).map(entry), next_cursor: to < lines.length ? String(to) : null }
}

function accounts(method, name, body) {
  const { accounts } = company
  if (name === 'retry' || method === 'PUT') {
    company.faults.token = false
    return ok({})
  }
  if (method === 'DELETE') {
    company.accounts = accounts.filter((account) => account.name !== name)
    return ok({})
  }
  if (body?.token === 'wrong') return refuse(422, 'token_rejected', 'the game rejects this token')
  const added = { name: `account${accounts.length + 1}`, origin: 'added' }
  accounts.push(added)
  return { status: 201, body: { name: added.name } }
}

const faults = {
  database: () => (company.faults.database = !company.faults.database),
  game: () => (company.faults.game = !company.faults.game),
  token: () => (company.faults.token = !company.faults.token),
  block: () => company.block(company.characters[2]),
  empty: () => (company.characters = []),
  drop: () => {
    closedUntil = Date.now() + 20_000
    for (const socket of sockets.clients) socket.terminate()
  },
}

function answer(method, path, query, body) {
  const [, , , resource, name, part, wish] = path.split('/')
  if (path.startsWith('/mock/')) return ok({ now: faults[path.slice(6)]?.() ?? 'done' })
  if (path.startsWith('/health/')) return ok({ state: 'ok' })
  if (part === 'automation') return changed(automation(method, decodeURIComponent(name), body, wish))
  if (['details', 'orders', 'hand-back'].includes(part)) {
    const result = byHand(method, decodeURIComponent(name), body, part)
    return part === 'details' ? result : changed(result)
  }
  if (resource === 'bank') return ok(bank)
  if (part === 'exchange') return ok(exchange())
  if (resource === 'exchange' && name === 'alerts') return told(alerts.answer(method, part, wish, body))
  if (resource === 'exchange') return ok(traded(name))
  if (part === 'ledger') return ok(ledger())
  if (resource === 'automations') return savedAutomations(method, name, body)
  if (resource === 'runs') return ok(runPage(query))
  if (resource === 'accounts') return told(accounts(method, name, body))
  if (resource === 'characters') return ok({ data: views() })
  if (resource === 'events') return ok(name === 'season' ? { data: seasonEvents } : eventsView(company))
  if (resource === 'forecasts') return ok({ data: forecasts })
  if (resource === 'strategies') return ok({ data: strategies })
  if (resource === 'goals') return goalsChanged(goals.answer(method, name, body))
  if (resource === 'templates') return ok({ data: templates })
  if (resource === 'season') return ok(season)
  if (resource === 'log') return ok(logPage(query))
  if (resource === 'tree') return ok(treeView(company))
  if (resource === 'status') return ok(status())
  return refuse(404, 'not_found', `There is nothing at ${path}.`)
}

async function file(path) {
  const found = extname(path) ? path : '/index.html'
  const content = await readFile(join(dist, normalize(found)))
  return { content, type: types[extname(found)] ?? 'application/octet-stream' }
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://mock')
  if (!/^\/(api|mock|health)\//.test(pathname)) {
    const { content, type } = await file(pathname).catch(() => ({ content: 'not found', type: 'text/plain' }))
    return response.writeHead(200, { 'content-type': type }).end(content)
  }
  let text = ''
  for await (const chunk of request) text += chunk
  const { status, body } = answer(request.method, pathname, searchParams, text ? JSON.parse(text) : undefined)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})

const sockets = new WebSocketServer({
  server,
  path: '/api/v1/live',
  verifyClient: () => Date.now() > closedUntil,
})
sockets.on('connection', (socket) => {
  const { log } = company
  const frame = {
    type: 'snapshot',
    seq,
    characters: views(),
    log: log.slice(0, 100),
    tree: treeView(company),
    events: eventsView(company),
    status: status(),
    goals: goals.views(),
  }
  socket.send(JSON.stringify(frame))
})

function tell(delta) {
  const frame = JSON.stringify({ type: 'delta', previous_seq: seq, seq: ++seq, ...delta })
  for (const socket of sockets.clients) socket.send(frame)
}

function told(result) {
  tell({ status: status() })
  return result
}

function changed(result) {
  tell({ characters: views() })
  return result
}

function goalsChanged(result) {
  tell({ goals: goals.views() })
  return result
}

setInterval(() => {
  const known = company.log[0]
  const due = [...company.tick(), ...company.characters.filter((c) => proceed(c))]
  if (due.length === 0) return
  const log = company.log.slice(0, company.log.indexOf(known))
  tell({ characters: due.map((c) => characterView(c, company.faults)), log })
}, 250)
setInterval(() => tell({ tree: treeView(company), status: status(), characters: views() }), 3000)

server.listen(port, '127.0.0.1', () => console.log(`The mock plays on http://127.0.0.1:${port}`))
