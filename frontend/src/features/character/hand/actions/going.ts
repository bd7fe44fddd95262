/// Going somewhere.
import { title } from '@/lib/format'
import { type ActionForm, amount, anywhere, type Scene } from '../action-form'

export const going: ActionForm[] = [
  {
    id: 'travel',
    title: 'Go to',
    about: 'Walks to a tile, over all layers, in as many moves and transitions as it takes.',
    fits: anywhere,
    fields: [
      { name: 'map_id', label: 'Place', kind: 'choice', options: places, none: 'The season has no places.' },
    ],
    order: (written) => ({ type: 'travel', map_id: amount(written, 'map_id') }),
  },
  {
    id: 'transition',
    title: 'Take the way from here',
    about: 'Takes the transition of the tile, often to another layer.',
    fits: ({ place }) => (place?.leads_to != null ? 'here' : 'elsewhere'),
    fields: [],
    order: () => ({ type: 'transition' }),
  },
]

/** All but the one it stands on, by what is there; of the same the nearest first. */
function places({ season, place, character: { position } }: Scene) {
  return season.places
    .filter(({ map_id }) => map_id !== place?.map_id)
    .map(({ map_id, name, code, content, layer, x, y }) => {
      const what = code ? title(code) : name
      const kind = content && content !== code ? `, ${title(content).toLowerCase()}` : ''
      const storey = layer === 'overworld' ? '' : ` ${layer}`
      const far = Math.abs(x - position.x) + Math.abs(y - position.y)
      const distance = layer === position.layer ? far : Number.POSITIVE_INFINITY
      const label = `${what}${kind} (${x}, ${y})${storey}`
      return {
        value: String(map_id),
        label,
        what,
        distance,
        group: headings[content ?? ''] ?? 'Other places',
      }
    })
    .sort(
      (a, b) =>
        order.indexOf(a.group) - order.indexOf(b.group) ||
        a.what.localeCompare(b.what) ||
        (a.distance < b.distance ? -1 : 1),
    )
}

/** What stands over places with this content, in this order. */
const headings: Record<string, string> = {
  bank: 'Banks, exchange and tasks',
  grand_exchange: 'Banks, exchange and tasks',
  tasks_master: 'Banks, exchange and tasks',
  workshop: 'Workshops',
  resource: 'Resources',
  monster: 'Monsters',
  raid: 'Raids',
  npc: 'Merchants',
}
const order = [...new Set(Object.values(headings)), 'Other places']
