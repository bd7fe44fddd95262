/// The theme: light, dark, or as the system has it. `public/theme.js` applies the choice before the first paint.
import { useState } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'callboard-theme'

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => chosen(document.documentElement.dataset.theme))
  return [
    theme,
    (next) => {
      setTheme(next)
      if (next === 'system') delete document.documentElement.dataset.theme
      else document.documentElement.dataset.theme = next
      remember(next)
    },
  ]
}

function chosen(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}
