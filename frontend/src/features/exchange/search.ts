/// What of the exchange is shown: the part of the address that its page reads and writes.

export const sorts = ['code', 'fair', 'bid', 'ask', 'spread', 'pieces_per_day', 'gold_per_day'] as const
export type Sort = (typeof sorts)[number]

export interface ExchangeSearch {
  /** The item that is open. */
  item?: string
  /** Only items whose names contain this. */
  find?: string
  /** What they are sorted by, the largest first; by the gold of a day when it is left out. */
  sort?: Sort
}

/** Leaves out what makes no sense. */
export function readSearch(search: Record<string, unknown>): ExchangeSearch {
  const { item, find, sort } = search
  return {
    ...(typeof item === 'string' && item && { item }),
    ...(typeof find === 'string' && find && { find }),
    ...(sorts.includes(sort as Sort) && { sort: sort as Sort }),
  }
}
