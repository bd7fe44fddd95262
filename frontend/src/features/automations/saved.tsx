/// The automations that a person has given a name: start, change, forget, and make new ones.
import type { Character } from '@/api/characters'
import type { SavedAutomation } from '@/api/schema'
import { wishes } from '@/components/automation/run-facts'
import { Callout } from '@/components/callout'
import { Skeleton } from '@/components/skeleton'
import { title } from '@/lib/format'
import { EditButton } from './edit-button'
import { ForgetButton } from './forget-button'
import { useSaved } from './queries'
import { card, grid, Section } from './section'
import { UseButton } from './use-button'

interface SavedProps {
  characters: readonly Character[]
  defaults: Readonly<Record<string, unknown>>
}

export function Saved({ characters, defaults }: SavedProps) {
  const saved = useSaved()
  return (
    <Section
      title="Yours"
      about="Automations that you have given a name, to start them again and again."
      aside={<EditButton />}
    >
      {saved.error && (
        <Callout tone="alarm" role="alert">
          What you have saved could not be loaded: {saved.error.message}
        </Callout>
      )}
      {saved.isPending && <Skeleton className="h-40" />}
      {saved.data?.length === 0 && <p className="text-sm text-soft">You have not saved any yet.</p>}
      <ul aria-label="Yours" className={grid}>
        {saved.data?.map((one) => (
          <li key={one.id} className={card}>
            <Summary one={one} defaults={defaults[one.strategy]} />
            <div className="flex flex-wrap gap-2 px-4 py-3">
              <UseButton what={one.name} plan={one} characters={characters} />
              <EditButton saved={one} />
              <ForgetButton saved={one} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Summary({ one, defaults }: { one: SavedAutomation; defaults: unknown }) {
  const asked = wishes(one, defaults).map(({ name, value }) => `${name} ${value}`)
  return (
    <div className="min-w-0 flex-1 px-4 pt-3">
      <h3 className="font-serif text-lg leading-tight font-semibold wrap-break-word">{one.name}</h3>
      <p className="text-xs text-soft">{title(one.strategy)}</p>
      <p className="mt-2 text-sm wrap-break-word">{asked.join(' · ') || 'With the defaults.'}</p>
    </div>
  )
}
