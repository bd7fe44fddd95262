/// One actor of the supervision tree, with those it watches over indented under it.
import { Network, UserRound } from 'lucide-react'
import type { TreeNode } from '@/api/schema'
import { Elapsed } from '@/components/elapsed'
import { cn } from '@/lib/cn'
import { count, span, words } from '@/lib/format'

interface NodeProps {
  node: TreeNode
  receivedAt: number
  stale: boolean
}

/** More waiting messages than this are worth a word. */
const FULL_MAILBOX = 10

export function SupervisionNode({ node, receivedAt, stale }: NodeProps) {
  const Sign = node.kind === 'supervisor' ? Network : UserRound
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-1">
        <span className={cn('inline-flex items-center gap-2', node.kind === 'supervisor' && 'font-medium')}>
          <Sign aria-hidden className="size-3.5 shrink-0 text-brass" />
          {node.id}
        </span>
        <span className={cn('text-xs', node.state === 'running' ? 'text-good' : 'text-warn')}>
          {words(node.state)}{' '}
          <span className="text-soft">
            for {stale ? span(node.since_ms) : <Elapsed since={receivedAt - node.since_ms} />}
          </span>
        </span>
        <Notes node={node} />
      </div>
      {node.children.length > 0 && (
        <ul className="ml-1.5 border-l border-line pl-4">
          {node.children.map((child) => (
            <SupervisionNode key={child.id} node={child} receivedAt={receivedAt} stale={stale} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Notes({ node }: { node: TreeNode }) {
  const { strategy, restarts, last_exit, mailbox, doing } = node
  return (
    <span className="min-w-0 text-xs wrap-break-word text-soft">
      {strategy && <span className="mr-3">{words(strategy)}</span>}
      {restarts > 0 && (
        <span className="mr-3 text-warn">
          {count(restarts, 'restart')}
          {last_exit && `, last: ${last_exit}`}
        </span>
      )}
      {mailbox > FULL_MAILBOX && <span className="mr-3 text-warn">{count(mailbox, 'message')} waiting</span>}
      {doing && words(doing)}
    </span>
  )
}
