/// “Tell me when…”: makes a rule for an item.
import { type FormEvent, useState } from 'react'
import type { QuoteView } from '@/api/schema'
import { Callout } from '@/components/callout'
import { box } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { useCreateAlert } from './queries'

const choices = [
  { when: 'ask_below', label: 'sellers ask less than', unit: 'gold' },
  { when: 'ask_above', label: 'sellers ask more than', unit: 'gold' },
  { when: 'bid_above', label: 'buyers offer more than', unit: 'gold' },
  { when: 'bid_below', label: 'buyers offer less than', unit: 'gold' },
  { when: 'fair_above', label: 'it is worth more than', unit: 'gold' },
  { when: 'fair_below', label: 'it is worth less than', unit: 'gold' },
  { when: 'spread_above', label: 'the spread is more than', unit: '%' },
  { when: 'opportunity_above', label: 'it can earn more than', unit: 'gold' },
  { when: 'order_filled', label: 'an order of mine is filled', unit: undefined },
] as const

export function AlertForm({ quote }: { quote: QuoteView }) {
  const [when, setWhen] = useState<(typeof choices)[number]['when']>('ask_below')
  const [limit, setLimit] = useState(String(Math.max(1, Math.round(quote.fair ?? quote.ask ?? 1))))
  const create = useCreateAlert()
  const unit = choices.find((choice) => choice.when === when)?.unit
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ when, item: quote.code, ...(unit && { limit: Number(limit) }) })
  }
  return (
    <form
      aria-label="Tell me when"
      onSubmit={submit}
      noValidate
      className="space-y-3 rounded-lg border border-line bg-sunken p-3"
    >
      <h3 className="font-medium">Tell me when…</h3>
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label="What is to happen"
          value={when}
          onChange={({ target }) => setWhen(target.value as typeof when)}
          className={cn(box, 'h-9 w-auto min-w-0 grow')}
        >
          {choices.map(({ when, label }) => (
            <option key={when} value={when}>
              {label}
            </option>
          ))}
        </select>
        {unit && (
          <span className="flex items-center gap-2">
            <input
              aria-label={unit === '%' ? 'Limit in percent' : 'Limit in gold'}
              type="number"
              min={0}
              step="any"
              value={limit}
              onChange={({ target }) => setLimit(target.value)}
              className={cn(box, 'h-9 w-28')}
            />
            {unit}
          </span>
        )}
        <Button type="submit" size="small" disabled={create.isPending}>
          Watch
        </Button>
      </div>
      {create.error && (
        <Callout tone="alarm" role="alert">
          {create.error.message}
        </Callout>
      )}
      {create.isSuccess && (
        <p role="status" className="text-xs text-good">
          It is watched, and told at the top of every page.
        </p>
      )}
    </form>
  )
}
