// Applies a chosen theme before the first paint; src/app/theme.ts writes the choice. Without one, CSS follows the system.
try {
  const theme = localStorage.getItem('callboard-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be forbidden; the system's theme is shown then.
}
