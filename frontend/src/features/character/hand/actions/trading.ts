/// NPCs and the Grand Exchange.
import { number, title, words } from '@/lib/format'
import { type ActionForm, amount, at, type HandField, type Scene, text, type Written } from '../action-form'
import { fromBag, inBag, itemOf, quantity } from '../fields'

const order: HandField = { name: 'id', label: 'Order (its id)', kind: 'text' }
const price = (label: string): HandField => ({ name: 'price', label, kind: 'number', first: 'one' })

/** What the NPC of the tile deals in. */
function offers({ season, place }: Scene, side: 'buy_price' | 'sell_price') {
  return season.offers
    .filter((offer) => offer.npc === place?.code && offer[side] !== null)
    .map((offer) => ({ ...offer, price: offer[side] ?? 0 }))
}

const deal = (type: 'buy_npc' | 'sell_npc') => (written: Written) => ({
  type,
  code: text(written, 'code'),
  quantity: amount(written),
})
const taking = (type: 'ge_buy' | 'ge_fill') => (written: Written) => ({
  type,
  id: text(written, 'id'),
  quantity: amount(written),
})
const offering = (type: 'ge_create_sell_order' | 'ge_create_buy_order') => (written: Written) => ({
  type,
  code: text(written, 'code'),
  quantity: amount(written),
  price: amount(written, 'price'),
})

export const trading: ActionForm[] = [
  {
    id: 'buy_npc',
    title: 'Buy',
    about: 'Buys from the NPC of the tile.',
    fits: at('npc'),
    fields: [
      {
        name: 'code',
        label: 'Item',
        kind: 'choice',
        options: (scene) =>
          offers(scene, 'buy_price').map(({ code, price, currency }) => ({
            value: code,
            label: `${title(code)} for ${number(price)} ${words(currency)}`,
          })),
        none: 'Nothing is sold here.',
      },
      quantity('one'),
    ],
    order: deal('buy_npc'),
  },
  {
    id: 'sell_npc',
    title: 'Sell',
    about: 'Sells to the NPC of the tile.',
    fits: at('npc'),
    fields: [
      fromBag('Nothing in the bag is bought here.', (code, scene) =>
        offers(scene, 'sell_price').some((offer) => offer.code === code),
      ),
      quantity('one', inBag),
    ],
    danger: 'What is sold is gone.',
    order: deal('sell_npc'),
  },
  {
    id: 'ge_buy',
    title: 'Buy from an order',
    about: 'Buys from somebody’s sell order on the Grand Exchange.',
    fits: at('grand_exchange'),
    fields: [order, quantity('one')],
    danger: 'The gold is spent at the price of the order.',
    order: taking('ge_buy'),
  },
  {
    id: 'ge_fill',
    title: 'Sell to an order',
    about: 'Sells to somebody’s buy order on the Grand Exchange.',
    fits: at('grand_exchange'),
    fields: [order, quantity('one')],
    danger: 'The items are sold at the price of the order.',
    order: taking('ge_fill'),
  },
  {
    id: 'ge_create_sell_order',
    title: 'Offer for sale',
    about: 'Offers items on the Grand Exchange.',
    fits: at('grand_exchange'),
    fields: [
      fromBag('Nothing in the bag can be traded.', (code, scene) => itemOf(scene, code)?.tradeable === true),
      quantity('one', inBag),
      price('Gold asked per piece'),
    ],
    danger:
      'The items leave the bag until they are sold or the order is cancelled. The exchange takes a fee.',
    order: offering('ge_create_sell_order'),
  },
  {
    id: 'ge_create_buy_order',
    title: 'Ask to buy',
    about: 'Asks for items on the Grand Exchange.',
    fits: at('grand_exchange'),
    fields: [
      {
        name: 'code',
        label: 'Item',
        kind: 'choice',
        options: ({ season }) =>
          season.items
            .filter(({ tradeable }) => tradeable)
            .map(({ code, name }) => ({ value: code, label: name })),
        none: 'Nothing can be traded in this season.',
      },
      quantity('one'),
      price('Gold offered per piece'),
    ],
    danger: 'The gold leaves the purse until the order is filled or cancelled.',
    order: offering('ge_create_buy_order'),
  },
]
