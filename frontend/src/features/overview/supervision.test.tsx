import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { node } from '@/test/builders'
import { Supervision } from './supervision'

const worker = node({
  id: 'character/demo/Ana',
  kind: 'worker',
  strategy: null,
  restarts: 2,
  last_exit: 'panicked',
  doing: 'fight wolf',
  mailbox: 25,
})

test('draws the tree as nested lists, with restarts, last exit, mailbox and work', () => {
  render(<Supervision tree={node({ children: [worker] })} receivedAt={Date.now()} stale={false} />)
  expect(screen.getByText('2 actors, 2 restarts')).toBeDefined()
  const inner = screen.getByRole('list', { name: 'Supervision tree' }).querySelector('ul')
  for (const text of [
    'character/demo/Ana',
    '2 restarts, last: panicked',
    '25 messages waiting',
    'fight wolf',
  ]) {
    expect(inner?.textContent).toContain(text)
  }
})

test('ages stand still when the tree is stale', () => {
  render(<Supervision tree={node({ since_ms: 5000 })} receivedAt={Date.now() - 60_000} stale />)
  expect(screen.getByRole('listitem').textContent).toContain('running for 5 s')
})
