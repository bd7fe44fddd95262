import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { character } from '@/test/builders'
import { Announcer } from './announcer'

const spoken = () => screen.getByRole('status').textContent

test('speaks when somebody gets stuck and when they are free, and never of the daily work', () => {
  const stuck = character({ problem: 'The bank is full.' })
  const { rerender } = render(<Announcer characters={[character()]} />)
  rerender(<Announcer characters={[character({ gold: 9, doing: 'fight wolf' })]} />)
  expect(spoken()).toBe('')
  rerender(<Announcer characters={[stuck]} />)
  expect(spoken()).toBe('Ana needs you: The bank is full.')
  rerender(<Announcer characters={[character()]} />)
  expect(spoken()).toBe('Ana is free again.')
})

test('does not speak of what was so already when the page opened', () => {
  render(<Announcer characters={[character({ problem: 'The bank is full.' })]} />)
  expect(spoken()).toBe('')
})
