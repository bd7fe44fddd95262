/// What forms offer while somebody writes: the season's codes, the characters, the strategies.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { charactersQuery, seasonQuery, strategiesQuery } from '@/api/resources'
import type { SeasonView } from '@/api/schema'
import type { Sources } from './form/sources'

/** What is not there yet, because the game has not told it, is not offered. */
export function useFormSources(): Sources {
  const season = useQuery(seasonQuery).data
  const characters = useQuery(charactersQuery).data
  const strategies = useQuery(strategiesQuery).data
  const names = characters?.map(({ name }) => name).join(' ') ?? ''
  return useMemo(
    () => ({
      codes: { ...(season && codesOf(season)), character: names.split(' ').filter(Boolean).map(plain) },
      // A workflow within a workflow is refused by the server.
      strategies: (strategies ?? []).filter(({ name }) => name !== 'workflow'),
    }),
    [season, names, strategies],
  )
}

const plain = (code: string) => ({ code, about: '' })

function codesOf({ items, monsters, resources, achievements }: SeasonView): Sources['codes'] {
  const about = ({ code, name, level }: { code: string; name: string; level: number }) => ({
    code,
    about: `${name}, level ${level}`,
  })
  return {
    item: items.map(about),
    monster: monsters.map(about),
    resource: resources.map(about),
    achievement: achievements.map(({ code, name }) => ({ code, about: name })),
  }
}
