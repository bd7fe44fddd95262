/// What stands in the place of a page's content when there is none: a picture, a sentence, a way on.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export function FullPage(props: {
  icon: LucideIcon
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  const Icon = props.icon
  return (
    <section className="mx-auto flex max-w-md flex-col items-center gap-3 py-20 text-center">
      <Icon aria-hidden className="size-10 text-brass" strokeWidth={1.5} />
      <h2 className="font-serif text-2xl font-semibold">{props.title}</h2>
      <div className="space-y-2 text-soft">{props.children}</div>
      {props.action}
    </section>
  )
}
