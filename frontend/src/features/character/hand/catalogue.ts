/// Every action that has a form, in the order in which they are offered. Orders on the exchange are cancelled, and what waits
/// is claimed, from a list of them.
import type { ActionForm, HandField, Scene, Written } from './action-form'
import { banking } from './actions/banking'
import { going } from './actions/going'
import { others } from './actions/others'
import { tasks } from './actions/tasks'
import { trading } from './actions/trading'
import { wearing } from './actions/wearing'
import { working } from './actions/working'

export const catalogue: readonly ActionForm[] = [
  ...working,
  ...banking,
  ...tasks,
  ...trading,
  ...going,
  ...wearing,
  ...others,
]

/** All actions by where they make sense, those of this tile first. */
export function grouped(scene: Scene) {
  const those = (where: string) => catalogue.filter((form) => form.fits(scene) === where)
  return {
    here: those('here'),
    anywhere: those('anywhere'),
    seldom: those('seldom'),
    elsewhere: those('elsewhere'),
  }
}

/** What is written, with what each field begins with where nothing is written yet or what was chosen is gone. */
export function filled(form: ActionForm, scene: Scene, written: Written): Written {
  let all: Written = {}
  for (const field of form.fields) all = { ...all, [field.name]: value(field, scene, { ...written, ...all }) }
  return all
}

function value(field: HandField, scene: Scene, written: Written): string {
  const known = written[field.name]
  if (field.kind === 'choice') {
    const options = field.options(scene, written)
    if (options.some((option) => option.value === known)) return known ?? ''
    return field.optional ? '' : (options[0]?.value ?? '')
  }
  if (field.kind !== 'number' || known !== undefined) return known ?? ''
  return String(field.first === 'most' ? (field.most?.(scene, written) ?? 1) : 1)
}

/** What is still missing, in a sentence; nothing when it can be ordered. */
export function missing(form: ActionForm, written: Written): string | undefined {
  for (const field of form.fields) {
    const text = written[field.name] ?? ''
    if (field.kind === 'choice' && text === '' && !field.optional) return field.none
    if (field.kind === 'text' && text.trim() === '') return `Fill in: ${field.label}.`
    if (field.kind === 'number' && !(Number.isInteger(Number(text)) && Number(text) >= 1)) {
      return `${field.label} must be a whole number from 1 on.`
    }
  }
  return undefined
}
