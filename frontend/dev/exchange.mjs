/// What everything goes for in the mock: a few items, each with a week of prices that go up and down.

const HOUR_MS = 3_600_000

const quote = (code, fair, [bid, bid_pieces], [ask, ask_pieces], pieces_per_day) => ({
  code,
  fair,
  fair_from: `Sales of the last seven days, ${pieces_per_day * 5} pieces`,
  bid,
  bid_pieces,
  ask,
  ask_pieces,
  spread: bid === null || ask === null ? null : ask - bid,
  pieces_per_day,
  gold_per_day: Math.round(pieces_per_day * fair),
})

const data = [
  quote('copper_ore', 2.35, [2, 140], [3, 312], 1852),
  quote('copper_bar', 23.78, [22, 30], [25, 18], 343),
  quote('copper_dagger', 131.5, [115, 2], [139, 4], 12),
  quote('ash_wood', 2.2, [null, 0], [2, 260], 1160),
  quote('cooked_gudgeon', 2.84, [3, 12], [3, 40], 255),
  {
    ...quote('iron_sword', 0, [null, 0], [9999, 1], 0),
    fair: null,
    fair_from: 'Too little is known: no sale, and no orders of several accounts that agree',
  },
]

export const quotes = () => ({
  as_of: new Date(Date.now() - 600_000).toISOString(),
  is_told: true,
  data,
  next_cursor: null,
})

const order = (id, kind, price, quantity, own = null) => ({
  id,
  kind,
  price,
  quantity,
  own,
  created_at: new Date(Date.now() - HOUR_MS).toISOString(),
})

export function item(code) {
  const quote = data.find((one) => one.code === code) ?? data[0]
  const price = quote.fair ?? 100
  const asks = [0, 1, 2].map((step) =>
    order(`ask-${step}`, 'sell', (quote.ask ?? price) + step, 20 + 7 * step),
  )
  const bids = quote.bid === null ? [] : [order('bid-0', 'buy', quote.bid, quote.bid_pieces, 'demo')]
  const hours = Array.from({ length: 120 }, (_, index) => {
    const fair = price * (1 + 0.12 * Math.sin(index / 11) + 0.04 * Math.sin(index / 2.3))
    return {
      hour: new Date(Math.floor(Date.now() / HOUR_MS - 120 + index) * HOUR_MS).toISOString(),
      fair,
      bid: Math.max(1, Math.floor(fair * 0.95)),
      ask: Math.ceil(fair * 1.06),
      paid: index % 3 ? null : fair * (1 + 0.05 * Math.sin(index)),
      pieces: index % 3 ? 0 : 10 + ((index * 7) % 23),
    }
  })
  return { quote, orders: [...asks, ...bids], hours }
}

export const opportunities = {
  data: [
    {
      code: 'copper_dagger',
      kind: 'crafting',
      gold_each: 16.2,
      pieces: 12,
      gold: 194.4,
      words:
        'Make copper_dagger and sell it for about 132 gold: its ingredients are worth 115 together, and 12 were sold within a day',
    },
    {
      code: 'copper_ore',
      kind: 'to_merchant',
      gold_each: 1,
      pieces: 40,
      gold: 40,
      words:
        'Buy 40 copper_ore from those who ask less than 3 gold, and sell them to nomadic_merchant for 3 each',
    },
  ],
}
