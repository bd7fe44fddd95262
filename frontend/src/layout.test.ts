/// The layout keeps its promises: imports go only rightwards, features do not know each other, files stay small.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ORDER = ['app', 'routes', 'features', 'components', 'lib', 'api']
const generated = ['routeTree.gen.ts', 'api/schema.d.ts']

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !generated.includes(path))
  .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))

function imports({ path, text }: { path: string; text: string }): string[] {
  const found = [...text.matchAll(/from '(@\/|\.\.?\/)([^']+)'/g)]
  return found.map(([, start = '', rest = '']) => (start === '@/' ? rest : join(dirname(path), start, rest)))
}

/** Where a file stands in the order; tests' helpers and the entry stand outside it. */
const rank = (path: string) => ORDER.indexOf(path.split('/')[0] ?? '')
const feature = (path: string) => /^features\/([^/]+)/.exec(path)?.[1]
const edges = files
  .filter(({ path }) => rank(path) >= 0)
  .flatMap((file) => imports(file).map((target) => ({ from: file.path, to: target })))

test('imports go only rightwards: app, routes, features, components, lib, api', () => {
  expect(edges.length).toBeGreaterThan(100)
  expect(edges.filter(({ from, to }) => rank(to) >= 0 && rank(to) < rank(from))).toEqual([])
})

test('no feature imports another', () => {
  expect(
    edges.filter(({ from, to }) => feature(to) && feature(from) && feature(from) !== feature(to)),
  ).toEqual([])
})

test('nine files in ten have fewer than 100 lines, and none more than 400', () => {
  const lengths = files.map(({ path, text }) => ({ path, lines: text.split('\n').length }))
  expect(lengths.filter(({ lines }) => lines >= 100).length).toBeLessThanOrEqual(lengths.length / 10)
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
})
