import { dirname } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { serve } from '../../.tools/serve.mjs'
import { builtPage, inEachBrowser, places } from './page.ts'
import type { OpenPage } from './page.ts'

inEachBrowser((open) => {
  describe.each(places)('the page opened %s', (where) => {
    let opened: OpenPage | undefined
    afterEach(() => opened?.close())

    test('shows itself, asks for nothing but itself and complains of nothing', async () => {
      opened = await open(where)
      const { page, problems } = opened
      expect(await page.title()).toBe('mod_wsgi Checkup')
      await page.getByRole('heading', { level: 1, name: 'mod_wsgi Checkup' }).waitFor()
      await page.waitForLoadState('load')
      await problems.assertQuiet()
    })

    test('carries its policy before anything that the policy governs', async () => {
      opened = await open(where)
      const [first, second] = await opened.page.evaluate(() =>
        [...document.head.children].map((element) => ({
          charset: element.getAttribute('charset'),
          kind: element.getAttribute('http-equiv'),
          policy: element.getAttribute('content')?.split('; ') ?? [],
        })),
      )
      expect(first?.charset).toBe('utf-8')
      expect(second?.kind).toBe('Content-Security-Policy')
      expect(second?.policy).toEqual(expect.arrayContaining([`default-src 'none'`, `connect-src 'none'`, `base-uri 'none'`, `form-action 'none'`]))
      expect(second?.policy.join(' ')).not.toMatch(/unsafe|https?:|\*/)
    })

    test('is refused every connection, even to a server that would answer', async () => {
      opened = await open(where)
      const { page, problems } = opened
      // A server that runs: on a machine without a network, any address far away is refused with no policy at all.
      const server = await serve({ root: dirname(builtPage) })
      try {
        const fate = await page.evaluate(
          (address) =>
            fetch(address, { mode: 'no-cors' }).then(
              () => 'answered',
              () => 'refused',
            ),
          server.url,
        )
        expect(fate).toBe('refused')
        await expect.poll(() => problems.violations).toEqual([expect.stringContaining('connect-src')])
        expect(server.requests, 'a refused connection must not leave the browser').toEqual([])
      } finally {
        await server.close()
      }
    })

    test('stays quiet when it is loaded again', async () => {
      opened = await open(where)
      await opened.page.reload()
      await opened.problems.assertQuiet()
    })
  })
})
