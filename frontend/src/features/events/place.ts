/// A place as people read it.
import type { PositionView } from '@/api/schema'

/** "Meadow (3, 1)"; a layer that is not under the open sky is named. */
export function place({ map_name, x, y, layer }: PositionView): string {
  const at = `${map_name} (${x},\u00a0${y})`
  return layer === 'overworld' ? at : `${at}, ${layer}`
}
