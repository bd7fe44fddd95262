/// What a character wears, slot by slot, the empty ones too.
import type { CharacterView } from '@/api/schema'
import { allSlots, slotName } from '@/components/character/slots'
import { Panel } from '@/components/panel'
import { number, words } from '@/lib/format'

export function Equipment({ equipment }: { equipment: CharacterView['equipment'] }) {
  return (
    <Panel title="Equipment">
      <dl className="grid grid-cols-2 gap-2 px-4 py-3 text-sm">
        {allSlots(Object.keys(equipment)).map((slot) => {
          const worn = equipment[slot]
          return (
            <div key={slot} className="min-w-0 rounded-md border border-line px-2 py-1">
              <dt className="text-xs text-soft">{slotName(slot)}</dt>
              <dd className="truncate" title={worn && words(worn.code)}>
                {worn ? words(worn.code) : <span className="text-soft">empty</span>}
                {worn && worn.quantity > 1 && <span className="text-soft"> × {number(worn.quantity)}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}
