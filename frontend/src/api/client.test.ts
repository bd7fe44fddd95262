import { expect, test, vi } from 'vitest'
import { serve } from '@/test/server'
import { api, data } from './client'

test('an answer comes out as its data', async () => {
  serve({ 'GET /api/v1/strategies': { data: [] } })
  await expect(data(api.GET('/api/v1/strategies'))).resolves.toEqual({ data: [] })
})

test('an error carries the code, the message and the details of the server', async () => {
  const error = { code: 'invalid_config', message: 'no such resource', details: { field: 'resource' } }
  serve({ 'GET /api/v1/strategies': [422, { error }] })
  await expect(data(api.GET('/api/v1/strategies'))).rejects.toMatchObject({ ...error, status: 422 })
})

test('an answer that is not the server’s names its status', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(data(api.GET('/api/v1/strategies'))).rejects.toThrow('status 502')
})

test('no answer at all is said in words', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')))
  await expect(data(api.GET('/api/v1/strategies'))).rejects.toMatchObject({ code: 'unreachable', status: 0 })
})
