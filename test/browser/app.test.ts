import { afterEach, describe, expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { inChromium, places } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

inChromium(open => {
  describe.each(places)('the page opened %s', where => {
    let opened: OpenPage | undefined
    afterEach(() => opened?.close())

    test('can be kept as an app that begins with the page itself, without another request', async () => {
      opened = await open(where)
      const { page, problems, url } = opened
      const browser = await page.context().newCDPSession(page)
      const { manifest, errors } = await browser.send('Page.getAppManifest')
      expect(errors).toEqual([])
      expect(manifest).toMatchObject({ name: 'mod_wsgi Checkup', startUrl: url })
      expect(manifest.icons?.map(icon => icon.url)).toEqual([expect.stringMatching(/^data:image\/svg\+xml,/)])
      const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
      // A test's browser window is a private one, and only what a site serves is installed.
      const alwaysSo = where === 'from disk' ? ['in-incognito', 'not-from-secure-origin'] : ['in-incognito']
      expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(alwaysSo)
      await problems.assertQuiet()
    })

    test('names its version and build', async () => {
      opened = await open(where)
      await expectSeen(opened.page.getByText(new RegExp(`^mod_wsgi Checkup ${project.version}, built \\d{4}-\\d\\d-\\d\\d`)))
    })
  })
})
