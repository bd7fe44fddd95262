/// What each character runs now, with what may be done about it.
import { Link } from '@tanstack/react-router'
import type { Character } from '@/api/characters'
import { AutomationControls } from '@/components/automation/automation-controls'
import { RunPanel } from '@/components/automation/run-panel'
import { Callout } from '@/components/callout'
import { Portrait } from '@/components/character/portrait'
import { trouble } from '@/components/character/standing'
import { dateAndMinute, words } from '@/lib/format'
import { card, grid, Section } from './section'

interface NowRunningProps {
  characters: readonly Character[]
  defaults: Readonly<Record<string, unknown>>
}

export function NowRunning({ characters, defaults }: NowRunningProps) {
  return (
    <Section title="At work" about="What each character was told to do, and how that goes.">
      {characters.length === 0 && <p className="text-sm text-soft">There are no characters yet.</p>}
      <ul className={grid}>
        {characters.map((character) => (
          <li key={character.name} className={card}>
            <Head character={character} />
            <RunPanel
              character={character}
              defaults={defaults}
              controls={<AutomationControls character={character} />}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Head({ character }: { character: Character }) {
  const { name, skin, automation } = character
  const problem = trouble(character)
  return (
    <>
      <div className="flex items-center gap-3 px-4 pt-3">
        <Portrait name={name} skin={skin} />
        <div className="min-w-0">
          <h3 className="truncate font-serif text-lg leading-tight font-semibold">
            <Link to="/characters/$name" params={{ name }} className="hover:underline">
              {name}
            </Link>
          </h3>
          {automation && (
            <p className="text-xs text-soft">
              Since <time dateTime={automation.started_at}>{dateAndMinute(automation.started_at)}</time>
            </p>
          )}
        </div>
      </div>
      {problem && (
        <Callout tone="alarm" className="mx-4 mt-3">
          {words(problem)}
        </Callout>
      )}
    </>
  )
}
