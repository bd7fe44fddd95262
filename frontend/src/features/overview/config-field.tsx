/// The configuration, as a form made from what the strategy says of itself, or as JSON; what is wrong stands beside it.
import { useId } from 'react'
import { ApiError } from '@/api/error'
import { Callout } from '@/components/callout'
import { SchemaForm } from '@/components/form/schema-form'
import { Button } from '@/components/ui/button'
import { fieldsOf } from '@/lib/fields'
import { asJson, configOf, type Draft } from './draft'
import type { Strategy } from './queries'

interface ConfigFieldProps {
  strategy: Strategy
  draft: Draft
  error: Error | null
  onChange: (draft: Draft) => void
  onMistake: (mistake: Error) => void
  onDefaults: () => void
}

export function ConfigField(props: ConfigFieldProps) {
  const { strategy, draft, error, onChange, onMistake, onDefaults } = props
  const id = useId()
  const { text, ...written } = draft
  const turn = () => {
    const config = configOf(draft)
    if (config instanceof Error) onMistake(config)
    else if (text === undefined) onChange({ ...written, text: asJson(config, strategy) })
    else onChange({ ...written, config })
  }
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
          fields={fieldsOf(strategy.schema)}
          values={draft.config}
          mistakes={error instanceof ApiError ? (error.details ?? {}) : {}}
          onChange={(config) => onChange({ ...draft, config })}
        />
      ) : (
        <textarea
          aria-label="Configuration as JSON"
          value={text}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
          rows={Math.min(18, Math.max(6, text.split('\n').length))}
          spellCheck={false}
          autoCapitalize="off"
          aria-invalid={error !== null}
          aria-describedby={error ? `${id}-error` : undefined}
          className="block w-full resize-y rounded-lg border border-line bg-sunken p-3 font-mono text-sm leading-relaxed aria-invalid:border-alarm"
        />
      )}
      {error && (
        <Callout tone="alarm" role="alert" id={`${id}-error`} className="mt-3">
          <p>{error.message}</p>
        </Callout>
      )}
    </section>
  )
}
