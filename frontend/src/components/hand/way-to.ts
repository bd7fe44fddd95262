/// The way to what is needed for an order, as an order of its own in front of it.
import type { Character } from '@/api/characters'
import type { OrderRequest, SeasonView } from '@/api/schema'

/** To the nearest tile with this content, of its own layer if there is one; nothing when it stands on such a tile. */
export function wayTo(content: string, { position }: Character, { places }: SeasonView): OrderRequest[] {
  const far = ({ layer, x, y }: SeasonView['places'][number]) =>
    layer === position.layer ? Math.abs(x - position.x) + Math.abs(y - position.y) : Number.POSITIVE_INFINITY
  const [nearest] = places
    .filter((place) => place.content === content)
    .sort((a, b) => (far(a) < far(b) ? -1 : 1))
  return nearest && far(nearest) > 0 ? [{ type: 'travel', map_id: nearest.map_id }] : []
}
