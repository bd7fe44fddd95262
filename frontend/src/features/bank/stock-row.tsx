/// An item in a bank: how many there are, and who counts on how many of them, what for.
import { Link } from '@tanstack/react-router'
import type { BankItemView, ReservationView } from '@/api/schema'
import { number, title, words } from '@/lib/format'

export function StockRow({ item: { code, quantity, reserved } }: { item: BankItemView }) {
  const free = quantity - reserved.reduce((sum, one) => sum + one.quantity, 0)
  return (
    <li className="px-4 py-2.5 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{title(code)}</span>
        <span className="shrink-0">
          {number(quantity)}
          {reserved.length > 0 && <span className="text-soft"> · {number(free)} free</span>}
        </span>
      </div>
      {reserved.length > 0 && (
        <ul aria-label={`Reservations of ${words(code)}`} className="mt-1 space-y-1 text-xs">
          {reserved.map((one) => (
            <li key={one.character ?? one.goal_id} className="border-l-2 border-brass/60 pl-2">
              {number(one.quantity)} for <Holder reservation={one} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Holder({ reservation: { character, why } }: { reservation: ReservationView }) {
  if (character === null) {
    return (
      <>
        the goal{' '}
        <Link to="/goals" className="font-medium underline">
          {words(why)}
        </Link>
      </>
    )
  }
  return (
    <>
      <Link to="/characters/$name" params={{ name: character }} className="font-medium underline">
        {character}
      </Link>
      <span className="text-soft">: {why}</span>
    </>
  )
}
