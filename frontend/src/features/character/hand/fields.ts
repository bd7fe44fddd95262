/// The fields that several actions share, filled from bag, bank, season and company.
import { number, title, words } from '@/lib/format'
import type { HandField, Option, Scene, Written } from './action-form'
import { text } from './action-form'

interface Stack {
  code: string
  quantity: number
}

export const some = ({ code, quantity }: Stack): Option => ({
  value: code,
  label: `${title(code)} (${number(quantity)})`,
})

type Choice = Omit<HandField & { kind: 'choice' }, 'kind' | 'options' | 'none'>
const item: Choice = { name: 'code', label: 'Item' }

/** An item of the bag, or only such of a kind. */
export function fromBag(
  none: string,
  wanted: (code: string, scene: Scene) => boolean = () => true,
): HandField {
  const options = (scene: Scene) =>
    scene.character.inventory.items.filter(({ code }) => wanted(code, scene)).map(some)
  return { ...item, kind: 'choice', options, none }
}

/** An item of the bank. */
export function fromBank(): HandField {
  const options = ({ details }: Scene) => (details?.bank?.items ?? []).map(some)
  return { ...item, kind: 'choice', options, none: 'Nothing is known to lie in the bank.' }
}

/** Another character of the account on the same tile. */
export function companion(name = 'character', label = 'To whom', optional = false): HandField {
  const options = ({ others, character }: Scene) => {
    const { layer, x, y } = character.position
    const here = others.filter(({ position: p }) => p.layer === layer && p.x === x && p.y === y)
    return here.map((one) => ({ value: one.name, label: `${one.name}, level ${one.level}` }))
  }
  return {
    name,
    label,
    kind: 'choice',
    options,
    optional,
    none: 'Nobody else of the account stands on this tile.',
  }
}

export function quantity(first: 'one' | 'most', most?: (HandField & { kind: 'number' })['most']): HandField {
  return { name: 'quantity', label: 'Quantity', kind: 'number', first, ...(most && { most }) }
}

export const inBag = ({ character }: Scene, written: Written) =>
  character.inventory.items.find(({ code }) => code === text(written, 'code'))?.quantity
export const inBank = ({ details }: Scene, written: Written) =>
  details?.bank?.items.find(({ code }) => code === text(written, 'code'))?.quantity

/** What the season says of an item. */
export function itemOf({ season }: Scene, code: string) {
  return season.items.find((one) => one.code === code)
}

/** "copper_rocks" → "copper rocks, level 1" */
export function leveled({ code, level }: { code: string; level: number }): string {
  return `${words(code)}, level ${level}`
}
