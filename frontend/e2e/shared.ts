/// What several tests do.
import { type APIRequestContext, expect } from '@playwright/test'

/** Has a character carry out an order by hand; such orders are carried out one after the other. */
export async function order(request: APIRequestContext, name: string, data: object) {
  const answer = await request.post(`/api/v1/characters/${name}/orders`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
}
