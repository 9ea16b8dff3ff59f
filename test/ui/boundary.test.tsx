import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Boundary } from '../../src/ui/boundary.tsx'

test('a view that fails says what to do and lets the text be taken along', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let failing = true
  const View = () => {
    if (failing) throw new Error('a fault in the view')
    return <p>drawn</p>
  }
  render(
    <Boundary what="This tab">
      <View />
    </Boundary>,
  )
  expect(screen.getByRole('alert').textContent).toContain('what you pasted is safe')
  expect(screen.getByRole('alert').textContent).toContain('a fault in the view')
  expect(screen.getByRole('button', { name: 'Copy everything you pasted' })).toBeTruthy()
  failing = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('drawn')).toBeTruthy()
  vi.restoreAllMocks()
})
