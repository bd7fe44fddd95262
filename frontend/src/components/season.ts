/// The season's codes as forms offer them.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { seasonQuery } from '@/api/resources'
import type { Sources } from './form/sources'

const none: Sources['codes'] = {}

/** By what they are codes of. Without the season, because the game has not told it yet, nothing is offered. */
export function useSuggestions(): Sources['codes'] {
  const season = useQuery(seasonQuery).data
  return useMemo(() => {
    if (!season) return none
    const about = ({ code, name, level }: { code: string; name: string; level: number }) => ({
      code,
      about: `${name}, level ${level}`,
    })
    return {
      item: season.items.map(about),
      monster: season.monsters.map(about),
      resource: season.resources.map(about),
      achievement: season.achievements.map(({ code, name }) => ({ code, about: name })),
    }
  }, [season])
}
