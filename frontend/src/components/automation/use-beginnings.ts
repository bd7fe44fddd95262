/// What a form may be filled with: the templates.
import type { Beginning } from './plan-picker'
import { useTemplates } from './queries'

export function useBeginnings(): Beginning[] {
  const templates = useTemplates().data ?? []
  return templates.map(({ name, ...template }) => ({ id: name, ...template }))
}
