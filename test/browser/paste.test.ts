import { Buffer } from 'node:buffer'
import { afterEach, describe, expect, test } from 'vitest'
import { inChromium, inEachBrowser, paste } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

const modules = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)'
const compiled = 'Compiled in modules:\n  core.c\n  mod_so.c\n  http_core.c\n'

inEachBrowser(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())

  test('a text in the box is read at once, without a word of complaint', async () => {
    opened = await open('from disk')
    const { page, problems } = opened
    await page.getByRole('textbox', { name: 'Paste everything' }).fill(modules)
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
    for (const name of ['Findings', 'At a glance', 'What to run next']) await expectSeen(page.getByRole('region', { name }))
    await problems.assertQuiet()
  })

  test('a text on the tab of its check is explained line by line', async () => {
    opened = await open('from disk')
    const { page } = opened
    await page.getByRole('tab', { name: /^Apache modules/ }).click()
    await page.getByRole('textbox', { name: 'Paste the output of this check' }).fill(modules)
    const region = page.getByRole('region', { name: 'Explained output' })
    await expectSeen(region.locator('mark').first())
    expect(await region.locator('.line').allTextContents()).toEqual(modules.split('\n'))
  })
})

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const start = async () => {
    opened = await open('from disk')
    return opened.page
  }

  describe('a paste that is in no box', () => {
    test('counts as “Paste everything”, and the focus stays where it was', async () => {
      const page = await start()
      const tab = page.getByRole('tab', { name: /^Mutex/ })
      await tab.click()
      await paste(page, tab, modules)
      await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-mutex')
      await page.getByRole('tab', { name: 'Overview' }).click()
      expect(await page.getByRole('textbox', { name: 'Paste everything' }).inputValue()).toBe(modules)
    })

    test('never takes the place of an earlier one', async () => {
      const page = await start()
      await paste(page, page.locator('body'), modules)
      await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
      await paste(page, page.getByRole('tab', { name: 'Overview' }), compiled)
      await expectSeen(page.getByRole('tab', { name: /^Apache modules: 7 read/ }))
      await expectSeen(page.getByText(/^Also pasted: 1 text/))
    })
  })

  test('a second paste behind the first begins on a line of its own', async () => {
    const page = await start()
    const box = page.getByRole('textbox', { name: 'Paste everything' })
    await paste(page, box, modules)
    await page.keyboard.press('ControlOrMeta+End')
    await paste(page, box, compiled)
    expect(await box.inputValue()).toBe(`${modules}\n${compiled}`)
    await page.keyboard.press('ControlOrMeta+Z')
    expect(await box.inputValue()).toBe(modules)
  })

  test('a dropped file is read, wherever it is dropped', async () => {
    const page = await start()
    const files = await page.evaluateHandle(text => {
      const given = new DataTransfer()
      given.items.add(new File([text], 'modules.txt', { type: 'text/plain' }))
      return given
    }, modules)
    await page.dispatchEvent('main', 'dragover', { dataTransfer: files })
    await page.dispatchEvent('main', 'drop', { dataTransfer: files })
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
    await expectSeen(page.getByText('file modules.txt'))
  })

  test('a chosen file is read on the tab of its check', async () => {
    const page = await start()
    await page.getByRole('tab', { name: /^Apache modules/ }).click()
    await page.locator('input[type=file]').setInputFiles({ name: 'm.txt', mimeType: 'text/plain', buffer: Buffer.from(modules) })
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
    await expectSeen(page.getByText(/^Also pasted here: 1 text/))
  })

  test('what was removed from the list can be had back', async () => {
    const page = await start()
    await paste(page, page.locator('body'), compiled)
    await paste(page, page.locator('body'), modules)
    await page.getByRole('button', { name: /^Remove your paste of/ }).click()
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 3 read/ }))
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 7 read/ }))
  })
})
