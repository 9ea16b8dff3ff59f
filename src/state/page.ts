import type { Case } from './case.ts'
import { packed, unpacked } from './link.ts'
import { readCase, written, type Saved } from './saved.ts'

const id = 'case'

/** Where a saved page carries its case: text that the browser neither shows nor runs. */
const holder = (page: Document) => page.querySelector<HTMLTemplateElement>(`template#${id}`)

/** A case that was saved into this very page, packed; undefined in the page as it was built. */
export const inside = (): string | undefined => holder(document)?.content.textContent?.trim() || undefined

export async function caseInside(text: string): Promise<Saved> {
  const from = 'The case in this page'
  try {
    return readCase(await unpacked(text), from)
  } catch {
    return { kind: 'unusable', says: `${from} is damaged. Ask for the page to be sent again.` }
  }
}

/**
 * This page as one file, with the case in it. Script, style and policy are the very ones that run here, so their digests still fit;
 * what is drawn is left out, for it is drawn anew.
 */
export async function pageWith(given: Case): Promise<string> {
  const page = document.implementation.createHTMLDocument(document.title)
  page.documentElement.replaceWith(page.importNode(document.documentElement, true))
  const { documentElement: root } = page
  for (const name of ['data-theme', 'class', 'style']) root.removeAttribute(name)
  page.body.replaceChildren(...[...page.body.children].filter(element => element.id === 'root' || element.matches('noscript, script')))
  page.getElementById('root')?.replaceChildren()
  const template = page.createElement('template')
  template.id = id
  template.content.append(await packed(written(given)))
  page.body.prepend(template)
  return `<!doctype html>\n${root.outerHTML}\n`
}
