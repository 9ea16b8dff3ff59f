import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Prose } from '../../src/ui/prose.tsx'

test('code and links of our markup become elements, everything else stays text', () => {
  const { container } = render(<Prose text="Write `WSGIPythonHome /usr`, see [the guide](user-guides/checking-your-installation#cross-process-mutex) & <b>rest</b>." />)
  expect(container.textContent).toBe('Write WSGIPythonHome /usr, see the guide & <b>rest</b>.')
  expect(container.querySelector('code')?.textContent).toBe('WSGIPythonHome /usr')
  expect(screen.getByRole('link', { name: 'the guide' }).getAttribute('href')).toMatch(/^https:\/\/modwsgi\.readthedocs\.io\/.*#cross-process-mutex$/)
  expect(container.querySelector('b')).toBeNull()
})

test('an unfinished mark is text', () => {
  const { container } = render(<Prose text="a ` alone and [brackets] (there)" />)
  expect(container.textContent).toBe('a ` alone and [brackets] (there)')
})

test('what is to be typed gets a copy button, a mere name does not', () => {
  render(<Prose text="Set `WSGIPythonHome /usr/local` for `sys.prefix`." copyable />)
  expect(screen.getAllByRole('button').map(button => button.getAttribute('aria-label'))).toEqual(['Copy “WSGIPythonHome /usr/local”'])
})
