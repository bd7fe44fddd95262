/// Every action by hand: what to do, its form, and what came of the orders before it.
import { useState } from 'react'
import type { Character } from '@/api/characters'
import type { DetailsView, SeasonView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { OwnExchange } from '@/components/hand/own-exchange'
import { useOrders } from '@/components/hand/queries'
import { Marked } from '@/components/marked'
import { Panel } from '@/components/panel'
import type { ActionForm, Scene } from './action-form'
import { ActionPicker } from './action-picker'
import { OrderForm } from './order-form'
import { OrderList } from './order-list'

interface HandPanelProps {
  character: Character
  others: readonly Character[]
  details: DetailsView | undefined
  season: SeasonView | undefined
  /** Why the season could not be read. */
  error: Error | null
}

export function HandPanel({ character, others, details, season, error }: HandPanelProps) {
  return (
    <Panel title="By hand">
      <div className="space-y-4 px-4 py-3">
        {!character.manual && (
          <p className="text-sm text-soft">
            An order takes {character.name} over from its automation, which goes on ten minutes after the last
            one, or when you hand back.
          </p>
        )}
        {error && (
          <Callout tone="warn" role="alert">
            What can be ordered is not known: {error.message}
          </Callout>
        )}
        {season && <Orders scene={sceneOf(character, others, details, season)} />}
      </div>
      {season && <OwnExchange character={character} season={season} />}
      {character.manual && <OrderList name={character.name} orders={character.manual.orders} />}
    </Panel>
  )
}

function sceneOf(
  character: Character,
  others: readonly Character[],
  details: DetailsView | undefined,
  season: SeasonView,
): Scene {
  const { layer, x, y } = character.position
  const place = season.places.find((one) => one.layer === layer && one.x === x && one.y === y)
  return { character, others, details, season, place }
}

function Orders({ scene }: { scene: Scene }) {
  const [chosen, choose] = useState<ActionForm>()
  const order = useOrders(scene.character.name)
  return (
    <>
      <ActionPicker
        scene={scene}
        chosen={chosen}
        onChoose={(form) => {
          order.reset()
          choose(form)
        }}
      />
      {chosen && (
        <OrderForm
          key={chosen.id}
          form={chosen}
          scene={scene}
          busy={order.isPending}
          onOrder={(body) => order.mutate([body])}
        />
      )}
      {order.error && (
        <Callout tone="alarm" role="alert">
          <Marked text={order.error.message} />
        </Callout>
      )}
    </>
  )
}
