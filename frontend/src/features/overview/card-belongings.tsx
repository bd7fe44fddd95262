/// What a character wears and carries: in a line, and on request one by one.
import { Backpack, ChevronDown, type LucideIcon, Shirt } from 'lucide-react'
import type { Character } from '@/api/characters'
import { allSlots, slotName } from '@/components/character/slots'
import { number, words } from '@/lib/format'

export function CardBelongings({ character }: { character: Character }) {
  const { equipment, inventory } = character
  const worn = allSlots(Object.keys(equipment)).flatMap((slot) => {
    const item = equipment[slot]
    return item ? [{ name: slotName(slot), value: some(item.code, item.quantity) }] : []
  })
  const carried = inventory.items.map(({ code, quantity }) => ({
    name: words(code),
    value: number(quantity),
  }))
  return (
    <div className="border-t border-line">
      <Things icon={Shirt} verb="Wears" things={worn} brief={worn.map(({ value }) => value)} />
      <Things
        icon={Backpack}
        verb="Carries"
        things={carried}
        brief={carried.map(({ name, value }) => `${value} ${name}`)}
      />
    </div>
  )
}

interface ThingsProps {
  icon: LucideIcon
  verb: string
  things: { name: string; value: string }[]
  brief: string[]
}

function Things({ icon: Icon, verb, things, brief }: ThingsProps) {
  const line = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0 text-brass" />
      <span className="shrink-0 text-soft">{verb}</span>
      <span className="min-w-0 flex-1 truncate group-open:invisible">{brief.join(', ') || 'nothing'}</span>
    </>
  )
  if (things.length === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-2 text-sm not-first:border-t not-first:border-line">
        {line}
      </p>
    )
  }
  return (
    <details className="group text-sm not-first:border-t not-first:border-line">
      <summary className="flex list-none items-center gap-2 px-4 py-2 hover:bg-sunken">
        {line}
        <ChevronDown
          aria-hidden
          className="size-4 shrink-0 text-soft transition-transform group-open:rotate-180"
        />
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 px-4 pb-3">
        {things.map(({ name, value }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-soft first-letter:uppercase">{name}</dt>
            <dd className="wrap-break-word">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function some(code: string, quantity: number): string {
  return quantity > 1 ? `${number(quantity)} ${words(code)}` : words(code)
}
