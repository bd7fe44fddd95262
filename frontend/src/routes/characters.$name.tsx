/// `/characters/$name`: one character.
import { createFileRoute } from '@tanstack/react-router'
import { CharacterPage } from '@/features/character/character-page'

export const Route = createFileRoute('/characters/$name')({ component: Page })

function Page() {
  const { name } = Route.useParams()
  // Another character is another page: nothing that was written for one is left in the other's forms.
  return <CharacterPage key={name} name={name} />
}
