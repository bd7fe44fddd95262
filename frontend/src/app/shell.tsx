/// The frame round every page: the name of the house, the navigation, the connection, the theme.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ConnectionBadge } from './connection-badge'
import { Footer } from './footer'
import { GameBadge } from './game-badge'
import { navigation } from './navigation'
import { ThemeSwitch } from './theme-switch'

export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-sheet focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-30 border-t-3 border-b border-t-curtain-fill border-b-line bg-sheet/92 backdrop-blur">
        <div className="mx-auto flex h-14 max-w-[120rem] items-center gap-3 px-4 sm:px-6">
          <Link to="/" className="flex items-center gap-2 rounded-md font-serif text-xl font-semibold">
            <img src="/favicon.svg" alt="" className="size-7" />
            {/* On a phone what is played matters more. */}
            <span className="max-[30rem]:sr-only">Callboard</span>
          </Link>
          <Navigation className="ml-4 hidden min-w-0 overflow-x-auto xl:flex" />
          <div className="ml-auto flex min-w-0 items-center gap-3">
            <GameBadge />
            <ConnectionBadge />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <Navigation className="flex border-b border-line px-1 xl:hidden" />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[120rem] flex-1 px-4 py-4 outline-none sm:px-6"
      >
        {children}
      </main>
      <Footer />
    </div>
  )
}

function Navigation({ className }: { className: string }) {
  return (
    <nav aria-label="Pages" className={className}>
      {navigation.map(({ link, label, icon: Icon }) => (
        <Link
          key={label}
          {...link}
          className="flex h-12 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 rounded-md text-[0.6875rem] font-medium text-soft hover:text-ink aria-[current=page]:text-curtain sm:h-10 sm:flex-none sm:flex-row sm:gap-2 sm:px-3 sm:text-sm"
        >
          <Icon aria-hidden className="size-4" />
          {label}
        </Link>
      ))}
    </nav>
  )
}
