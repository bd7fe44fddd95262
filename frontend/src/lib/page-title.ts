/// The title of the browser's tab.
import { useEffect } from 'react'

/** "Overview · Callboard"; with `attention` above zero "(2) Overview · Callboard", to be seen from another tab. */
export function usePageTitle(page: string, attention = 0): void {
  useEffect(() => {
    document.title = `${attention > 0 ? `(${attention}) ` : ''}${page} · Callboard`
  }, [page, attention])
}
