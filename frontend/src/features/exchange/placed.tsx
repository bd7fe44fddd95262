/// What became of the order that was just given here: on its way, placed, or refused by the game.
import type { Character } from '@/api/characters'
import { Callout } from '@/components/callout'
import { words } from '@/lib/format'

export function Placed({ character }: { character: Character }) {
  const orders = character.manual?.orders ?? []
  const last = orders.at(-1)
  if (last?.state === 'refused' || last?.state === 'withdrawn') {
    // Who was refused the way there has no use for the order.
    const refused = orders.findLast(({ state }) => state === 'refused') ?? last
    return (
      <Callout tone="alarm" role="alert">
        The order was not placed. {words(refused.outcome ?? 'Somebody has withdrawn it')}.
      </Callout>
    )
  }
  return (
    <p role="status" className="text-xs text-good">
      {last?.state === 'done'
        ? 'The order is placed: it stands below.'
        : `${character.name} has been told; the order stands below when it is placed.`}
    </p>
  )
}
