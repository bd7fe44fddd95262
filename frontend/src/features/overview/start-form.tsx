/// The form that starts an automation: which strategy, and its configuration as JSON.
import { type FormEvent, useState } from 'react'
import type { Run } from '@/api/characters'
import { Button } from '@/components/ui/button'
import { words } from '@/lib/format'
import { ConfigField } from './config-field'
import { initialDraft, pretty, readConfig } from './draft'
import type { Strategy } from './queries'
import { StrategyChoice } from './strategy-choice'

interface StartFormProps {
  strategies: Strategy[]
  /** What runs or ran last: the form begins with it. */
  current: Run | undefined
  /** What the server said of the last try. */
  error: Error | null
  busy: boolean
  onStart: (body: { strategy: string; config: Record<string, unknown> }) => void
  /** The reader changed something: an old error no longer fits. */
  onEdit: () => void
}

export function StartForm({ strategies, current, error, busy, onStart, onEdit }: StartFormProps) {
  const [draft, setDraft] = useState(() => initialDraft(strategies, current))
  const [mistake, setMistake] = useState<Error | null>(null)
  const chosen = strategies.find(({ name }) => name === draft.strategy)

  const edit = (next: typeof draft) => {
    setDraft(next)
    setMistake(null)
    onEdit()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const config = readConfig(draft.text)
    if (config instanceof Error) setMistake(config)
    else onStart({ strategy: draft.strategy, config })
  }
  const takeExample = (strategy: Strategy) =>
    edit({ strategy: strategy.name, text: pretty(strategy.example) })

  return (
    <form onSubmit={submit} className="mt-4 space-y-4">
      <StrategyChoice strategies={strategies} chosen={draft.strategy} onChoose={takeExample} />
      <ConfigField
        text={draft.text}
        error={mistake ?? error}
        onChange={(text) => edit({ ...draft, text })}
        onExample={chosen && (() => takeExample(chosen))}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="main" disabled={busy || !chosen}>
          {busy ? 'Starting…' : `Start ${words(chosen?.name ?? '')}`}
        </Button>
      </div>
    </form>
  )
}
