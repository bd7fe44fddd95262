/// The templates, each ready to be given to a character.
import type { Character } from '@/api/characters'
import { useTemplates } from '@/components/automation/queries'
import { Callout } from '@/components/callout'
import { Skeleton } from '@/components/skeleton'
import { title } from '@/lib/format'
import { card, grid, Section } from './section'
import { UseButton } from './use-button'

export function Templates({ characters }: { characters: readonly Character[] }) {
  const templates = useTemplates()
  return (
    <Section
      title="Templates"
      about="Good beginnings for needs of all levels. Each can be changed before it starts."
    >
      {templates.error && (
        <Callout tone="alarm" role="alert">
          The templates could not be loaded: {templates.error.message}
        </Callout>
      )}
      {templates.isPending && <Skeleton className="h-40" />}
      <ul className={grid}>
        {templates.data?.map(({ name, about, from_level, to_level, strategy, config, ...template }) => (
          <li key={name} className={card}>
            <div className="flex-1 px-4 pt-3">
              <h3 className="font-serif text-lg leading-tight font-semibold">{template.title}</h3>
              <p className="text-xs text-soft">
                {title(strategy)} · levels {from_level} to {to_level}
              </p>
              <p className="mt-2 text-sm">{about}</p>
            </div>
            <div className="px-4 py-3">
              <UseButton what={template.title} plan={{ strategy, config }} characters={characters} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
