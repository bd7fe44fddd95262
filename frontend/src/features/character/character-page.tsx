/// Fetches what the page of a character shows, and decides between loading, error, nobody and the view.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { UserRoundX } from 'lucide-react'
import { seasonQuery } from '@/api/resources'
import { useDefaults } from '@/components/automation/queries'
import { trouble } from '@/components/character/standing'
import { FullPage } from '@/components/full-page'
import { useLive } from '@/components/notices/use-live'
import { PageFailed } from '@/components/page-failed'
import { usePageTitle } from '@/lib/page-title'
import { CharacterLoading } from './character-loading'
import { CharacterView } from './character-view'
import { useLog } from './log/use-log'
import { useDetails, useLedger } from './queries'
import { TimePanel } from './time/time-panel'

export function CharacterPage({ name }: { name: string }) {
  const { characters, staleAsOf, notices } = useLive()
  const character = characters.data?.find((one) => one.name === name)
  const details = useDetails(name, character?.version)
  const ledger = useLedger(name)
  const log = useLog(name, character?.last_actions[0]?.id)
  const season = useQuery(seasonQuery)
  const defaults = useDefaults()
  usePageTitle(name, character && trouble(character) !== undefined ? 1 : 0)

  if (!characters.data) {
    const { error, refetch } = characters
    return error ? <PageFailed what="characters" error={error} onRetry={refetch} /> : <CharacterLoading />
  }
  if (!character) return <Nobody name={name} />
  return (
    <CharacterView
      character={character}
      others={characters.data.filter((one) => one.account === character.account && one.name !== name)}
      season={season.data}
      seasonError={season.error}
      details={details}
      log={log}
      time={<TimePanel ledger={ledger.data} error={ledger.error} />}
      defaults={defaults}
      notices={notices}
      staleAsOf={staleAsOf}
    />
  )
}

function Nobody({ name }: { name: string }) {
  const back = (
    <Link to="/" className="text-curtain underline">
      Go to the overview
    </Link>
  )
  return (
    <FullPage icon={UserRoundX} title={`There is nobody called ${name}`} action={back}>
      <p>No account that is played here has a character of this name.</p>
    </FullPage>
  )
}
