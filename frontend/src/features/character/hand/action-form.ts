/// What a form of an action is made of. Values are kept as they are written; the action is made when it is ordered.
import type { Character } from '@/api/characters'
import type { DetailsView, OrderRequest, PlaceView, SeasonView } from '@/api/schema'

/** What a form may look at to offer what makes sense. */
export interface Scene {
  character: Character
  /** Other characters of the same account. */
  others: readonly Character[]
  details: DetailsView | undefined
  season: SeasonView
  /** The tile it stands on, if there is something on it. */
  place: PlaceView | undefined
}

export type Written = Readonly<Record<string, string>>

export interface Option {
  value: string
  label: string
  /** The heading that it stands under, where there are many. */
  group?: string
}

export type HandField = { name: string; label: string } & (
  | {
      kind: 'choice'
      options: (scene: Scene, written: Written) => Option[]
      /** What is said when there is nothing to choose from. */
      none: string
      /** Whether it may stay without a choice. */
      optional?: boolean
    }
  | {
      kind: 'number'
      /** The most that makes sense, if that is known. */
      most?: (scene: Scene, written: Written) => number | undefined
      /** What it begins with: one, or the most. */
      first: 'one' | 'most'
    }
  | { kind: 'text' }
  | { kind: 'check' }
)

export interface ActionForm {
  /** Its name in this list: the type of the action, or a word of its own for a variant of one. */
  id: string
  title: string
  /** What it does, in a sentence. */
  about: string
  /** Where it makes sense: on this tile; on any, often or seldom; or not here. */
  fits: (scene: Scene) => 'here' | 'anywhere' | 'seldom' | 'elsewhere'
  fields: HandField[]
  /** What is lost or bound by it: it is asked about again. */
  danger?: string
  order: (written: Written, scene: Scene) => OrderRequest
}

/** On tiles with this content it can be done. */
export const at =
  (...contents: string[]): ActionForm['fits'] =>
  ({ place }) =>
    contents.includes(place?.content ?? '') ? 'here' : 'elsewhere'

export const anywhere: ActionForm['fits'] = () => 'anywhere'
export const seldom: ActionForm['fits'] = () => 'seldom'

/** What is written in a field, as it is sent. */
export const text = (written: Written, name: string) => written[name] ?? ''
export const amount = (written: Written, name = 'quantity') => Number(written[name])
