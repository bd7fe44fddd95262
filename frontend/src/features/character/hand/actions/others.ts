/// Giving things away, destroying them, and what concerns the character itself.
import { type ActionForm, amount, seldom, text } from '../action-form'
import { companion, fromBag, inBag, quantity } from '../fields'

export const others: ActionForm[] = [
  {
    id: 'give_item',
    title: 'Give items',
    about: 'Gives items to another character of the account on the same tile.',
    fits: seldom,
    fields: [fromBag('The bag is empty.'), quantity('one', inBag), companion()],
    danger: 'The items change hands.',
    order: (written) => ({
      type: 'give_item',
      items: [{ code: text(written, 'code'), quantity: amount(written) }],
      character: text(written, 'character'),
    }),
  },
  {
    id: 'give_gold',
    title: 'Give gold',
    about: 'Gives gold to another character of the account on the same tile.',
    fits: seldom,
    fields: [quantity('one', ({ character }) => character.gold), companion()],
    danger: 'The gold changes hands.',
    order: (written) => ({
      type: 'give_gold',
      quantity: amount(written),
      character: text(written, 'character'),
    }),
  },
  {
    id: 'change_skin',
    title: 'Change the skin',
    about: 'Makes the character look different.',
    fits: seldom,
    fields: [{ name: 'skin', label: 'Skin, such as men1 or women3', kind: 'text' }],
    order: (written) => ({ type: 'change_skin', skin: text(written, 'skin') }),
  },
  {
    id: 'rename',
    title: 'Rename',
    about: 'Gives the character another name; for members of the game.',
    fits: seldom,
    fields: [{ name: 'name', label: 'New name', kind: 'text' }],
    danger: 'The old name is free for anybody then.',
    order: (written) => ({ type: 'rename', name: text(written, 'name') }),
  },
  {
    id: 'delete_item',
    title: 'Delete items',
    about: 'Destroys items of the bag.',
    fits: seldom,
    fields: [fromBag('The bag is empty.'), quantity('one', inBag)],
    danger: 'The items are gone for good.',
    order: (written) => ({ type: 'delete_item', code: text(written, 'code'), quantity: amount(written) }),
  },
]
