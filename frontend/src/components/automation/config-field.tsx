/// The configuration, as a form made from what the strategy says of itself, or as JSON; what is wrong stands beside it.
import { useId } from 'react'
import type { Strategy } from '@/api/schema'
import { SchemaForm } from '@/components/form/schema-form'
import { Button } from '@/components/ui/button'
import { fieldsOf } from '@/lib/fields'
import { ConfigError, mistakesIn } from './config-error'
import type { DraftState } from './use-draft'

interface ConfigFieldProps {
  strategy: Strategy
  state: DraftState
  error: Error | null
  onDefaults: () => void
}

export function ConfigField({ strategy, state, error, onDefaults }: ConfigFieldProps) {
  const { draft, edit, turn } = state
  const { text } = draft
  const id = useId()
  const fields = fieldsOf(strategy.schema)
  return (
    <section aria-labelledby={`${id}-title`}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-2">
        <h3 id={`${id}-title`} className="text-sm font-medium">
          Configuration
        </h3>
        <div>
          <Button variant="quiet" size="small" onClick={onDefaults}>
            Use the defaults
          </Button>
          <Button variant="quiet" size="small" onClick={turn}>
            {text === undefined ? 'As JSON' : 'As a form'}
          </Button>
        </div>
      </div>
      {text === undefined ? (
        <SchemaForm
          fields={fields}
          values={draft.config}
          mistakes={mistakesIn(error)}
          onChange={(config) => edit({ ...draft, config })}
        />
      ) : (
        <textarea
          aria-label="Configuration as JSON"
          value={text}
          onChange={(event) => edit({ ...draft, text: event.target.value })}
          rows={Math.min(18, Math.max(6, text.split('\n').length))}
          spellCheck={false}
          autoCapitalize="off"
          aria-invalid={error !== null}
          aria-describedby={error ? `${id}-error` : undefined}
          className="block w-full resize-y rounded-lg border border-line bg-sunken p-3 font-mono text-sm leading-relaxed aria-invalid:border-alarm"
        />
      )}
      {error && <ConfigError id={`${id}-error`} error={error} shown={text === undefined ? fields : []} />}
    </section>
  )
}
