/// Says which hours are whose, where the game does not run at the reader's pace.
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '@/api/resources'
import { number } from '@/lib/format'

export function GameHours() {
  const speed = useQuery(statusQuery).data?.speed ?? 1
  if (speed === 1) return null
  return (
    <p className="mt-1 text-sm text-soft">
      Ends and beginnings are on your clock. What work takes is in the game's hours: {number(speed)} of them
      pass in one of yours.
    </p>
  )
}
