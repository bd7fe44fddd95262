/// The places where items are worn, in the order in which a player thinks of them.
import { title } from '@/lib/format'

const SLOTS = [
  'weapon',
  'shield',
  'helmet',
  'body_armor',
  'leg_armor',
  'boots',
  'amulet',
  'ring1',
  'ring2',
  'artifact1',
  'artifact2',
  'artifact3',
  'utility1',
  'utility2',
  'bag',
  'rune',
]

/** Every slot there is, and any that this page does not know. */
export function allSlots(worn: readonly string[]): string[] {
  return [...SLOTS, ...worn.filter((slot) => !SLOTS.includes(slot))]
}

/** "ring1" → "Ring 1" */
export function slotName(slot: string): string {
  return title(slot.replace(/(\d)$/, ' $1'))
}
