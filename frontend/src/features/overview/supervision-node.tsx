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
  const { id, kind, state, strategy, since_ms, children } = node
  const Sign = kind === 'supervisor' ? Network : UserRound
  const running = state === 'running'
  return (
    <li>
      <div className="flex flex-wrap items-baseline gap-x-3 py-1">
        <span className={cn('inline-flex items-center gap-2', kind === 'supervisor' && 'font-medium')}>
          <Sign aria-hidden className="size-3.5 shrink-0 text-brass" />
          <span title={id}>{short(id)}</span>
        </span>
        <span className="min-w-0 flex-1 basis-40 text-xs wrap-break-word text-soft">
          {strategy && words(strategy)}
          <Notes node={node} />
        </span>
        <span className={cn('ml-auto text-xs whitespace-nowrap', running ? 'text-soft' : 'text-warn')}>
          <span className={running ? 'sr-only' : undefined}>{words(state)} for </span>
          {stale ? span(since_ms) : <Elapsed since={receivedAt - since_ms} />}
        </span>
      </div>
      {children.length > 0 && (
        <ul className="ml-1.5 border-l border-line pl-4">
          {children.map((child) => (
            <SupervisionNode key={child.id} node={child} receivedAt={receivedAt} stale={stale} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Notes({ node }: { node: TreeNode }) {
  const { restarts, last_exit, mailbox, doing } = node
  return (
    <>
      {restarts > 0 && (
        <span className="mr-3 text-warn">
          {count(restarts, 'restart')}
          {last_exit && `, last: ${last_exit}`}
        </span>
      )}
      {mailbox > FULL_MAILBOX && <span className="mr-3 text-warn">{count(mailbox, 'message')} waiting</span>}
      {doing && words(doing)}
    </>
  )
}

/** The random ids of sessions say nothing to anybody. */
function short(id: string): string {
  return id.replace(/^(session\/.{6}).{8,}$/, '$1…')
}
