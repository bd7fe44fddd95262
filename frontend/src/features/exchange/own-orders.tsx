/// What the accounts have on the exchange; one character of each carries out what is told here.
import { useState } from 'react'
import type { Character } from '@/api/characters'
import type { SeasonView } from '@/api/schema'
import { OwnLists } from '@/components/hand/own-exchange'
import { Panel } from '@/components/panel'
import { ByWhom, handiest } from './by-whom'

interface OwnOrdersProps {
  characters: readonly Character[]
  season: SeasonView
}

export function OwnOrders({ characters, season }: OwnOrdersProps) {
  const accounts = [...new Set(characters.map(({ account }) => account))].sort()
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      {accounts.map((account) => (
        <OfAccount
          key={account}
          account={account}
          characters={characters.filter((character) => character.account === account)}
          season={season}
        />
      ))}
    </div>
  )
}

function OfAccount({ account, characters, season }: OwnOrdersProps & { account: string }) {
  const [name, setName] = useState(() => handiest(characters, season))
  const character = characters.find((one) => one.name === name) ?? characters[0]
  if (!character) return null
  const by = <ByWhom characters={characters} chosen={character.name} onChoose={setName} />
  return (
    <Panel title={`Orders of ${account}`} aside={by}>
      <div className="px-4 py-3 text-sm">
        <OwnLists character={character} season={season} />
      </div>
    </Panel>
  )
}
