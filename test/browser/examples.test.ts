import { afterEach, expect, test } from 'vitest'
import { inChromium } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const show = async (name: string) => {
    opened = await open('from disk')
    const { page } = opened
    await page.getByRole('button', { name }).click()
    await expectSeen(page.getByRole('region', { name: 'Findings' }))
    return opened
  }

  test('the healthy example has nothing broken and nothing risky', async () => {
    const { page, problems } = await show('Healthy, Homebrew on a Mac')
    const headings = await page.getByRole('region', { name: 'Findings' }).getByRole('heading', { level: 3 }).allTextContents()
    expect(headings.filter(heading => /^(?:broken|risky)/i.test(heading))).toEqual([])
    expect(await page.getByRole('region', { name: 'At a glance' }).textContent()).toContain('2.4.66')
    await problems.assertQuiet()
  })

  test('the example of the wrong Python says so, with the lines that show it', async () => {
    const { page } = await show('Wrong Python, Debian 12')
    const findings = page.getByRole('region', { name: 'Findings' })
    expect(await findings.textContent()).toContain('/home/deploy/.pyenv/versions/3.11.7')
    await expectSeen(findings.getByRole('link', { name: /^Diagnostic script, line 6$/ }).first())
  })

  test('the example of the missing library begins with what is broken', async () => {
    const { page } = await show('Library not found, from source')
    const first = page.getByRole('region', { name: 'Findings' }).getByRole('heading', { level: 3 }).first()
    expect(await first.textContent()).toMatch(/^broken/i)
  })

  test('an example in place of a case of one’s own can be taken back', async () => {
    opened = await open('from disk')
    const { page } = opened
    await page.getByRole('textbox', { name: 'Paste everything' }).fill('Compiled in modules:\n  core.c\n  mod_so.c\n')
    await page.getByText('Examples', { exact: true }).click()
    await page.getByRole('button', { name: 'Healthy' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await page.getByRole('textbox', { name: 'Paste everything' }).inputValue()).toContain('mod_so.c')
    await expectSeen(page.getByRole('tab', { name: 'Mutex: not yet pasted' }))
  })
})
