/// What the account has on the Grand Exchange, and what waits to be claimed: read when somebody looks.
import { type ReactNode, useState } from 'react'
import type { Character } from '@/api/characters'
import type { OwnExchangeView, OwnOrderView, SeasonView, WaitingView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { Chip } from '@/components/chip'
import { Skeleton } from '@/components/skeleton'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { number, timeOfDay, words } from '@/lib/format'
import { useOrders, useOwnExchange } from './queries'
import { wayTo } from './way-to'

interface OwnExchangeProps {
  character: Character
  season: SeasonView
}

export function OwnExchange({ character, season }: OwnExchangeProps) {
  const [open, setOpen] = useState(false)
  return (
    <details
      className="border-t border-line text-sm"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="px-4 py-2.5 hover:bg-sunken">
        On the Grand Exchange, and waiting to be claimed
      </summary>
      {open && (
        <div className="px-4 pb-3">
          <OwnLists character={character} season={season} />
        </div>
      )}
    </details>
  )
}

/** What the account has there, with what its character can do about it. */
export function OwnLists({ character, season }: OwnExchangeProps) {
  const own = useOwnExchange(character.name, character.last_actions[0]?.id)
  return (
    <div className="space-y-3">
      {own.error && (
        <Callout tone="warn" role="alert">
          {own.error.message}
        </Callout>
      )}
      {own.isLoading && <Skeleton className="h-16" />}
      {own.data && <Lists character={character} season={season} own={own.data} />}
    </div>
  )
}

function Lists({ character, season, own }: OwnExchangeProps & { own: OwnExchangeView }) {
  const order = useOrders(character.name)
  const way = wayTo('grand_exchange', character, season)
  const open = character.manual?.orders.filter(({ state }) => ['queued', 'under_way'].includes(state))
  const isOrdered = (id: string) => open?.some(({ action }) => action.id === id) ?? false
  return (
    <>
      <List name="Own orders" none="The account has no order on the Grand Exchange.">
        {own.orders.map((one) => (
          <Entry key={one.id} what={offer(one)} isOrdered={isOrdered(one.id)}>
            <Cancel
              what={offer(one)}
              walks={way.length > 0}
              busy={order.isPending}
              onYes={() => order.mutate([...way, { type: 'ge_cancel', id: one.id }])}
            />
          </Entry>
        ))}
      </List>
      <List name="Waiting to be claimed" none="Nothing waits for the account.">
        {own.waiting.map((one) => (
          <Entry key={one.id} what={`${one.description}: ${goods(one)}`} isOrdered={isOrdered(one.id)}>
            <Button
              size="tiny"
              aria-label={`Claim ${goods(one)}`}
              disabled={order.isPending}
              onClick={() => order.mutate([{ type: 'claim_item', id: one.id }])}
            >
              Claim
            </Button>
          </Entry>
        ))}
      </List>
      {order.error && (
        <Callout tone="alarm" role="alert">
          {order.error.message}
        </Callout>
      )}
      <p className="text-xs text-soft">As of {timeOfDay(own.as_of)}.</p>
    </>
  )
}

function List({ name, none, children }: { name: string; none: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="text-soft">{none}</p>
  return (
    <div>
      <h3 className="mb-1 font-medium">{name}</h3>
      <ul aria-label={name} className="space-y-1.5">
        {children}
      </ul>
    </div>
  )
}

function Entry({ what, isOrdered, children }: { what: string; isOrdered: boolean; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-3">
      <span className="min-w-0 wrap-break-word first-letter:uppercase">{what}</span>
      {isOrdered ? <Chip tone="wait">Ordered</Chip> : children}
    </li>
  )
}

interface CancelProps {
  what: string
  /** Whether the character must walk there first. */
  walks: boolean
  busy: boolean
  onYes: () => void
}

function Cancel({ what, walks, busy, onYes }: CancelProps) {
  const [asking, setAsking] = useState(false)
  const trigger = (
    <Button size="tiny" aria-label={`Cancel: ${what}`} disabled={busy}>
      Cancel
    </Button>
  )
  return (
    <Question
      open={asking}
      onOpenChange={setAsking}
      trigger={trigger}
      title="Cancel this order?"
      no="Leave it"
      yes={walks ? 'Go there and cancel it' : 'Cancel it'}
      onYes={() => {
        setAsking(false)
        onYes()
      }}
    >
      <p className="first-letter:uppercase">{what}.</p>
      <p>The order loses its place.</p>
    </Question>
  )
}

/** "sell 40 copper ore for 3 gold each" */
function offer({ kind, quantity, code, price }: OwnOrderView): string {
  return `${kind} ${number(quantity)} ${words(code)} for ${number(price)} gold each`
}

/** "1,000 gold, 2 small health potion" */
function goods({ gold, items }: WaitingView): string {
  const some = items.map(({ code, quantity }) => `${number(quantity)} ${words(code)}`)
  return [...(gold > 0 ? [`${number(gold)} gold`] : []), ...some].join(', ')
}
