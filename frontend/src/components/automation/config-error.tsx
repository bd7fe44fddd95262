/// What the server has against a configuration: once, at the field if there is one, otherwise here.
import { ApiError } from '@/api/error'
import { Callout } from '@/components/callout'
import { Marked } from '@/components/marked'
import type { Field } from '@/lib/fields'
import { count } from '@/lib/format'

/** What is wrong with each field, without the field's name: it stands beside it. */
export function mistakesIn(error: Error | null): Record<string, string> {
  const details = error instanceof ApiError ? (error.details ?? {}) : {}
  return Object.fromEntries(
    Object.entries(details).map(([path, text]) => [path, sentence(String(text).replace(/^`[^`]*`: /, ''))]),
  )
}

interface ConfigErrorProps {
  id: string
  error: Error
  /** The fields on the page, where their mistakes are told. */
  shown: Field[]
}

export function ConfigError({ id, error, shown }: ConfigErrorProps) {
  const paths = Object.keys(mistakesIn(error))
  const told = paths.length > 0 && paths.every((path) => isShown(path, shown))
  return (
    <Callout tone="alarm" role="alert" id={id} className="mt-3">
      {told ? (
        <p>Nothing was done: {count(paths.length, 'field')} above must be mended first.</p>
      ) : (
        <p>
          <Marked text={sentence(error.message)} />
        </p>
      )}
    </Callout>
  )
}

function isShown(path: string, fields: Field[]): boolean {
  return fields.some(
    ({ name }) => path === name || path.startsWith(`${name}[`) || path.startsWith(`${name}.`),
  )
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
