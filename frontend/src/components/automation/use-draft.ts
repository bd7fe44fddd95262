/// A draft while it is written, and what is wrong with it before the server is asked.
import { useState } from 'react'
import type { Strategy } from '@/api/schema'
import { asJson, type Draft, initialDraft, planOf } from './draft'
import type { Plan } from './queries'

export type DraftState = ReturnType<typeof useDraft>

/** `onEdit` hears of every change: what was said of the draft before no longer fits. */
export function useDraft(strategies: readonly Strategy[], first: Plan | undefined, onEdit: () => void) {
  const [draft, setDraft] = useState(() => initialDraft(strategies, first))
  const [mistake, setMistake] = useState<Error | null>(null)
  /** Counts the times that all fields were filled anew: inputs that keep text of their own begin again. */
  const [filled, setFilled] = useState(0)
  const chosen = strategies.find(({ name }) => name === draft.strategy)

  const edit = (next: Draft) => {
    setDraft(next)
    setMistake(null)
    onEdit()
  }
  /** Fills everything anew. It stays JSON when it is JSON. */
  const take = (plan: Plan) => {
    const next = initialDraft(strategies, plan)
    const strategy = strategies.find(({ name }) => name === next.strategy)
    edit(draft.text === undefined ? next : { ...next, text: asJson(next.config, strategy) })
    setFilled(filled + 1)
  }
  /** Hands the plan on, if it can be read. */
  const hand = (to: (plan: Plan) => void) => {
    const plan = planOf(draft)
    if (plan instanceof Error) setMistake(plan)
    else to(plan)
  }
  /** Turns the form into JSON, or JSON into the form. */
  const turn = () =>
    hand(({ config }) => {
      if (draft.text !== undefined) edit({ strategy: draft.strategy, config })
      else edit({ ...draft, text: asJson(config, chosen) })
    })
  return { draft, mistake, filled, chosen, edit, take, hand, turn }
}
