/// Prices as people read them.
import { number } from '@/lib/format'

/** "12", "2.35"; a dash for what is not known. A part of a gold piece counts where prices are low. */
export function gold(price: number | null): string {
  if (price === null) return '–'
  return number(price < 100 ? Math.round(price * 100) / 100 : Math.round(price))
}
