/// Who goes to an event or a raid, and why; or the button that has somebody go.
import { Flag } from 'lucide-react'
import type { GoalView, WantedGoal } from '@/api/schema'
import { Callout } from '@/components/callout'
import { useCreateGoal } from '@/components/create-goal'
import { Button } from '@/components/ui/button'
import { words } from '@/lib/format'
import { goalsAbout, told } from './going'

interface GoersProps {
  kind: 'event' | 'raid'
  code: string
  goals: readonly GoalView[]
  /** The accounts whose characters could go. */
  accounts: readonly string[]
}

export function Goers({ kind, code, goals, accounts }: GoersProps) {
  const about = goalsAbout(kind, code, goals)
  const idle = accounts.filter((name) => about.every(({ account }) => account !== name))
  const going = told(code, about)
  return (
    <div className="space-y-2 text-sm">
      {going.map(({ who, why }) => (
        <p key={`${who} ${why}`}>
          <span className="font-medium">{who}</span>
          <span className="text-soft">: {words(why)}.</span>
        </p>
      ))}
      {about.length > 0 && going.length === 0 && (
        <p className="text-soft">A goal takes it as soon as its time comes.</p>
      )}
      {idle.map((name) => (
        <GoForIt key={name} kind={kind} code={code} account={name} alone={accounts.length === 1} />
      ))}
    </div>
  )
}

interface GoForItProps {
  kind: 'event' | 'raid'
  code: string
  account: string
  /** Whether no other account could go. */
  alone: boolean
}

function GoForIt({ kind, code, account, alone }: GoForItProps) {
  const create = useCreateGoal()
  const config = kind === 'event' ? { events: [code] } : { raid: code }
  const wanted: WantedGoal = { account, kind, config, priority: 5, after: [] }
  return (
    <>
      <Button size="small" disabled={create.isPending} onClick={() => create.mutate(wanted)}>
        <Flag aria-hidden /> {alone ? 'Go for it' : `Go for it with ${account}`}
      </Button>
      {create.error && <Callout tone="alarm">{create.error.message}</Callout>}
    </>
  )
}
