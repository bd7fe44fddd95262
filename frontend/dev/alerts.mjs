/// The mock's alert rules: those that are made never fire; one has, and can be dismissed.

const at = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()

export class Alerts {
  rules = [
    {
      id: 'alert-1',
      when: 'ask_below',
      item: 'copper_bar',
      limit: 26,
      words: 'Sellers ask less than 26 gold for Copper Bar',
      holds: true,
      created_at: at(600),
    },
  ]

  firings = [
    {
      id: 'firing-1',
      alert: 'alert-1',
      item: 'copper_bar',
      words: 'Sellers ask 25 gold for Copper Bar, less than 26',
      at: at(12),
      dismissed: false,
    },
  ]

  open() {
    return this.firings.filter(({ dismissed }) => !dismissed)
  }

  answer(method, name, firing, body) {
    if (name === 'firings') {
      this.firings = this.firings.map((one) => (one.id === firing ? { ...one, dismissed: true } : one))
      return { status: 200, body: this.firings.find(({ id }) => id === firing) }
    }
    if (method === 'POST') {
      const rule = {
        item: null,
        limit: null,
        ...body,
        id: `alert-${Date.now()}`,
        words: `${body.when} ${body.limit ?? ''} ${body.item ?? ''}`,
        holds: false,
        created_at: at(0),
      }
      this.rules = [...this.rules, rule]
      return { status: 201, body: rule }
    }
    if (method === 'DELETE') {
      this.rules = this.rules.filter(({ id }) => id !== name)
      return { status: 204, body: {} }
    }
    return { status: 200, body: { data: this.rules, firings: this.firings } }
  }
}
