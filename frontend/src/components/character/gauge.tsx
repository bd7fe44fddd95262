/// A figure of which there is a most, with a bar: experience, health.
import { Meter } from '@/components/meter'
import { number } from '@/lib/format'

export function Gauge(props: { label: string; value: number; max: number; fill: string }) {
  return (
    <div>
      <p className="mb-1 flex justify-between text-xs text-soft">
        <span>{props.label}</span>
        <span>
          {number(props.value)}/{number(props.max)}
        </span>
      </p>
      <Meter value={props.value} max={props.max} fill={props.fill} />
    </div>
  )
}

/** Little health is red. */
export function healthFill(hp: number, max: number): string {
  return hp * 4 <= max ? 'bg-hurt-fill' : 'bg-good-fill'
}
