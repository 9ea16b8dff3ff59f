/**
 * Fills the browser's clipboard as a copy in another window would. The clipboard is the browser's, so the page
 * under test is not touched, and its policy has no say.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export const fillClipboard = async (page, text) => {
  const other = await page.context().newPage()
  try {
    await other.evaluate((copied) => {
      document.addEventListener('copy', (event) => {
        event.clipboardData?.setData('text/plain', copied)
        event.preventDefault()
      })
    }, text)
    await other.keyboard.press('ControlOrMeta+C')
  } finally {
    await other.close()
  }
  await page.bringToFront()
}
