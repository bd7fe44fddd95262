/// Putting things on and taking them off.

import type { Slot } from '@/api/schema'
import { slotName } from '@/components/character/slots'
import { words } from '@/lib/format'
import { type ActionForm, amount, anywhere, type Scene, text, type Written } from '../action-form'
import { fromBag, inBag, itemOf, quantity } from '../fields'

/** The slots of the kinds of item that have more than one. */
const SLOTS: Record<string, string[]> = {
  ring: ['ring1', 'ring2'],
  artifact: ['artifact1', 'artifact2', 'artifact3'],
  utility: ['utility1', 'utility2'],
}
const NOT_WORN = ['consumable', 'resource', 'currency']

function slotsOf(scene: Scene, code: string): string[] {
  const kind = itemOf(scene, code)?.kind
  if (kind === undefined || NOT_WORN.includes(kind)) return []
  return SLOTS[kind] ?? [kind]
}

/** Only utilities are worn by the stack. */
const worn = (scene: Scene, written: Written) =>
  scene.character.equipment[text(written, 'slot')]?.quantity ?? 1

export const wearing: ActionForm[] = [
  {
    id: 'equip',
    title: 'Put on',
    about: 'Puts on what is in the bag. What was worn there goes into the bag.',
    fits: anywhere,
    fields: [
      fromBag('Nothing in the bag can be put on.', (code, scene) => slotsOf(scene, code).length > 0),
      {
        name: 'slot',
        label: 'Slot',
        kind: 'choice',
        options: (scene, written) =>
          slotsOf(scene, text(written, 'code')).map((value) => ({ value, label: slotName(value) })),
        none: 'Choose an item first.',
      },
      quantity('one', (scene, written) =>
        text(written, 'slot').startsWith('utility') ? inBag(scene, written) : 1,
      ),
    ],
    order: (written) => ({
      type: 'equip',
      items: [
        { code: text(written, 'code'), slot: text(written, 'slot') as Slot, quantity: amount(written) },
      ],
    }),
  },
  {
    id: 'unequip',
    title: 'Take off',
    about: 'Takes off what is worn, into the bag.',
    fits: anywhere,
    fields: [
      {
        name: 'slot',
        label: 'Slot',
        kind: 'choice',
        options: ({ character }) =>
          Object.entries(character.equipment).map(([value, { code }]) => ({
            value,
            label: `${slotName(value)}: ${words(code)}`,
          })),
        none: 'Nothing is worn.',
      },
      quantity('most', worn),
    ],
    order: (written) => ({
      type: 'unequip',
      items: [{ slot: text(written, 'slot') as Slot, quantity: amount(written) }],
    }),
  },
]
