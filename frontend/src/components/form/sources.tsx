/// What forms offer while somebody writes: the codes of the season, and the strategies that a step may have.
import { createContext, type ReactNode, useContext } from 'react'

export interface Suggestion {
  code: string
  /** What stands beside the code: a name, a level. */
  about: string
}

export interface Sources {
  /** By what they are codes of: `item`, `monster`, `resource`, `achievement`; `character` for names. */
  codes: Readonly<Record<string, readonly Suggestion[]>>
  strategies: readonly { name: string; schema: unknown }[]
}

const nothing: Sources = { codes: {}, strategies: [] }
const Context = createContext(nothing)

export const useSources = () => useContext(Context)

export function FormSources({ sources, children }: { sources: Sources; children: ReactNode }) {
  return (
    <Context value={sources}>
      {Object.entries(sources.codes).map(([kind, codes]) => (
        <datalist key={kind} id={listOf(kind)}>
          {codes.map(({ code, about }) => (
            <option key={code} value={code}>
              {about}
            </option>
          ))}
        </datalist>
      ))}
      {children}
    </Context>
  )
}

/** The id of the list of suggestions for codes of this kind. */
export function listOf(kind: string): string {
  return `codes-${kind}`
}
