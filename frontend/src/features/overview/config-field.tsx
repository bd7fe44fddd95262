/// The configuration as text, with what is wrong with it right beside.
import { useId } from 'react'
import { ApiError } from '@/api/error'
import { Callout } from '@/components/callout'
import { Button } from '@/components/ui/button'

interface ConfigFieldProps {
  text: string
  error: Error | null
  onChange: (text: string) => void
  onExample: (() => void) | undefined
}

export function ConfigField({ text, error, onChange, onExample }: ConfigFieldProps) {
  const id = useId()
  return (
    <div>
      <div className="mb-1.5 flex items-center justify-between">
        <label htmlFor={id} className="text-sm font-medium">
          Configuration <span className="font-normal text-soft">(JSON)</span>
        </label>
        <Button variant="quiet" size="small" onClick={onExample} disabled={!onExample}>
          Use the example
        </Button>
      </div>
      <textarea
        id={id}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        rows={Math.min(14, Math.max(6, text.split('\n').length))}
        spellCheck={false}
        autoCapitalize="off"
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}-error` : undefined}
        className="block w-full resize-y rounded-lg border border-line bg-sunken p-3 font-mono text-sm leading-relaxed aria-invalid:border-alarm"
      />
      {error && (
        <Callout tone="alarm" role="alert" id={`${id}-error`} className="mt-2">
          <p>{error.message}</p>
          {error instanceof ApiError && <Details of={error} />}
        </Callout>
      )}
    </div>
  )
}

function Details({ of }: { of: ApiError }) {
  return (
    <ul className="text-soft">
      {Object.entries(of.details ?? {}).map(([name, value]) => (
        <li key={name}>
          {name}:{' '}
          <span className="text-ink">{typeof value === 'string' ? value : JSON.stringify(value)}</span>
        </li>
      ))}
    </ul>
  )
}
