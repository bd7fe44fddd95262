/// The living tree of the server: every actor, how it is, and how often it fell.
import { useState } from 'react'
import type { TreeNode } from '@/api/schema'
import { count } from '@/lib/format'
import { SupervisionNode } from './supervision-node'

interface SupervisionProps {
  tree: TreeNode
  /** When the tree arrived, local time in ms. */
  receivedAt: number
  stale: boolean
}

export function Supervision({ tree, receivedAt, stale }: SupervisionProps) {
  const all = flatten(tree)
  const [wide] = useState(() => window.matchMedia('(min-width: 40rem)').matches)
  const restarts = all.reduce((sum, node) => sum + node.restarts, 0)
  return (
    <section aria-labelledby="supervision">
      <details open={wide} className="group rounded-xl border border-line bg-sheet">
        <summary className="flex flex-wrap items-baseline gap-x-3 rounded-xl px-4 py-3">
          <h2 id="supervision" className="font-serif text-lg font-semibold">
            Supervision
          </h2>
          <span className="text-sm text-soft">
            {count(all.length, 'actor')}, {restarts === 0 ? 'none restarted' : count(restarts, 'restart')}
          </span>
          <span aria-hidden className="ml-auto text-sm text-soft group-open:hidden">
            Show
          </span>
          <span aria-hidden className="ml-auto hidden text-sm text-soft group-open:inline">
            Hide
          </span>
        </summary>
        <ul aria-label="Supervision tree" className="max-w-5xl overflow-x-auto px-4 pb-4 text-sm">
          <SupervisionNode node={tree} receivedAt={receivedAt} stale={stale} />
        </ul>
      </details>
    </section>
  )
}

function flatten(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(flatten)]
}
