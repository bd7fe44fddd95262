/// What a form may be filled with: what was saved, then the templates.
import { useQuery } from '@tanstack/react-query'
import { savedQuery } from '@/api/resources'
import type { Beginning } from './plan-picker'
import { useTemplates } from './queries'

export function useBeginnings(): Beginning[] {
  const saved = useQuery(savedQuery).data ?? []
  const templates = useTemplates().data ?? []
  return [
    ...saved.map(({ id, name, strategy, config }) => ({
      id,
      title: name,
      about: 'One of yours.',
      strategy,
      config,
    })),
    ...templates.map(({ name, ...template }) => ({ id: name, ...template })),
  ]
}
