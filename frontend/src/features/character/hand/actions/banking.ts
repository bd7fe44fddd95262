/// The bank.

import { type ActionForm, amount, at, type Scene, text } from '../action-form'
import { fromBag, fromBank, inBag, inBank, quantity } from '../fields'

const purse = ({ character }: Scene) => character.gold
const treasury = ({ details }: Scene) => details?.bank?.gold
const item = (written: Parameters<typeof text>[0]) => ({
  code: text(written, 'code'),
  quantity: amount(written),
})

export const banking: ActionForm[] = [
  {
    id: 'deposit_all',
    title: 'Deposit everything',
    about: 'Puts all that is in the bag into the bank.',
    fits: at('bank'),
    fields: [],
    order: (_, { character }) => ({ type: 'deposit_item', items: character.inventory.items }),
  },
  {
    id: 'deposit_item',
    title: 'Deposit items',
    about: 'Puts items of the bag into the bank.',
    fits: at('bank'),
    fields: [fromBag('The bag is empty.'), quantity('most', inBag)],
    order: (written) => ({ type: 'deposit_item', items: [item(written)] }),
  },
  {
    id: 'withdraw_item',
    title: 'Withdraw items',
    about: 'Takes items out of the bank.',
    fits: at('bank'),
    fields: [fromBank(), quantity('one', inBank)],
    order: (written) => ({ type: 'withdraw_item', items: [item(written)] }),
  },
  {
    id: 'deposit_gold',
    title: 'Deposit gold',
    about: 'Puts gold into the bank.',
    fits: at('bank'),
    fields: [quantity('most', purse)],
    order: (written) => ({ type: 'deposit_gold', quantity: amount(written) }),
  },
  {
    id: 'withdraw_gold',
    title: 'Withdraw gold',
    about: 'Takes gold out of the bank.',
    fits: at('bank'),
    fields: [quantity('one', treasury)],
    order: (written) => ({ type: 'withdraw_gold', quantity: amount(written) }),
  },
  {
    id: 'buy_bank_expansion',
    title: 'Buy more slots',
    about: 'Makes the bank larger, for gold of the purse.',
    fits: at('bank'),
    fields: [],
    danger: 'The gold is spent for good.',
    order: () => ({ type: 'buy_bank_expansion' }),
  },
]
