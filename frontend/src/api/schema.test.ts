/// The generated types are those of the server's document.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('schema.d.ts is generated from the present openapi.json (npm run generate)', () => {
  const check = () => execFileSync('npm', ['run', '--silent', 'generate', '--', '--check'], { stdio: 'pipe' })
  expect(check).not.toThrow()
}, 30_000)
