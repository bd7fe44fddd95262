/// Fighting, gathering, crafting, and what keeps one fit for it.
import { title } from '@/lib/format'
import { type ActionForm, amount, anywhere, at, type Scene, text } from '../action-form'
import { companion, fromBag, inBag, itemOf, leveled, quantity } from '../fields'

const ofThisShop = (code: string, scene: Scene) => {
  const item = itemOf(scene, code)
  return item?.recyclable === true && item.craft_skill === scene.place?.code
}

export const working: ActionForm[] = [
  {
    id: 'fight',
    title: 'Fight',
    about: 'Fights the monster of the tile once.',
    fits: at('monster', 'raid'),
    fields: [],
    order: () => ({ type: 'fight' }),
  },
  {
    id: 'multi_fight',
    title: 'Fight together',
    about: 'Fights the boss of the tile together with one or two others who stand there.',
    fits: at('monster', 'raid'),
    fields: [companion('first', 'Together with'), companion('second', 'And with', true)],
    order: (written) => ({
      type: 'multi_fight',
      participants: [text(written, 'first'), text(written, 'second')].filter(Boolean),
    }),
  },
  {
    id: 'gathering',
    title: 'Gather',
    about: 'Gathers the resource of the tile once.',
    fits: at('resource'),
    fields: [],
    order: () => ({ type: 'gathering' }),
  },
  {
    id: 'crafting',
    title: 'Craft',
    about: 'Crafts at the workshop of the tile, from what is in the bag.',
    fits: at('workshop'),
    fields: [
      {
        name: 'code',
        label: 'Item',
        kind: 'choice',
        options: ({ season, place }) =>
          season.items
            .filter(({ craft_skill }) => craft_skill !== null && craft_skill === place?.code)
            .sort((a, b) => a.level - b.level)
            .map((item) => ({ value: item.code, label: title(leveled(item)) })),
        none: 'Here is no workshop.',
      },
      quantity('one'),
    ],
    order: (written) => ({ type: 'crafting', code: text(written, 'code'), quantity: amount(written) }),
  },
  {
    id: 'recycling',
    title: 'Recycle',
    about: 'Takes crafted items apart at the workshop of their skill.',
    fits: at('workshop'),
    fields: [
      fromBag('Nothing in the bag can be taken apart here.', ofThisShop),
      quantity('one', inBag),
      { name: 'enhanced', label: 'Pay gold to get more back', kind: 'check' },
    ],
    danger: 'The items are gone; only some of their materials come back.',
    order: (written) => ({
      type: 'recycling',
      code: text(written, 'code'),
      quantity: amount(written),
      enhanced: text(written, 'enhanced') === 'yes',
    }),
  },
  {
    id: 'rest',
    title: 'Rest',
    about: 'Rests until hp is full.',
    fits: anywhere,
    fields: [],
    order: () => ({ type: 'rest' }),
  },
  {
    id: 'use',
    title: 'Use',
    about: 'Eats, drinks or opens what is in the bag.',
    fits: anywhere,
    fields: [
      fromBag('Nothing in the bag can be used.', (code, scene) => itemOf(scene, code)?.kind === 'consumable'),
      quantity('one', inBag),
    ],
    order: (written) => ({ type: 'use', code: text(written, 'code'), quantity: amount(written) }),
  },
]
