import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk
type Names = readonly (readonly [local: string, shared: string])[]

const nameOf = (node: { readonly type: string, readonly name?: string, readonly value?: unknown }) => String(node.type === 'Identifier' ? node.name : node.value)

/** What a chunk imports or exports, by the names on either side, and its code without the statements that say so. */
function parted(this: Rolldown.PluginContext, { fileName, code }: Chunk): { readonly imports: Names, readonly exports: Names, readonly body: string } {
  const imports: [string, string][] = []
  const exports: [string, string][] = []
  let body = code
  for (const node of this.parse(code).body.toReversed()) {
    if (node.type !== 'ImportDeclaration' && !(node.type === 'ExportNamedDeclaration' && !node.declaration)) continue
    for (const one of node.specifiers) {
      if (one.type === 'ImportSpecifier') imports.push([one.local.name, nameOf(one.imported)])
      else if (one.type === 'ExportSpecifier') exports.push([nameOf(one.local), nameOf(one.exported)])
      else this.error(`${fileName} imports something whole, which a function cannot be handed. Import it by name.`)
    }
    body = body.slice(0, node.start) + body.slice(node.end)
  }
  return { imports, exports, body }
}

/**
 * What the page imports when it stands becomes a function of its one script. As a file of its own, a page opened from disk could not
 * ask for it; and a bundler that puts it into the same file wraps each of its modules, which weighs and takes time at the start.
 */
export const halves = (): Plugin => ({
  name: 'halves',
  apply: 'build',
  enforce: 'post',
  outputOptions: { order: 'post', handler: options => ({ ...options, codeSplitting: true }) },
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk')
    const [first, second, ...others] = chunks.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry))
    if (!first || !second) return
    if (others.length) this.error(`The script comes in ${chunks.length} parts, and only two can be joined: the page, and what it imports with import('./later.ts'). Import nothing else in that way.`)
    const page = parted.call(this, first)
    const later = parted.call(this, second)
    const asked = new RegExp(`import\\((["'\`])\\./${second.fileName.replaceAll('.', '\\.')}\\1\\)`, 'g')
    const handed = later.imports.map(([, shared]) => page.exports.find(([, exported]) => exported === shared)?.[0])
    const made = `var $half;const $import=()=>$half??=Promise.resolve().then(()=>$later(${handed}));function $later(${later.imports.map(([local]) => local)}){${later.body};return{${later.exports.map(([local, exported]) => `${exported}:${local}`)}}}`
    if (!asked.test(page.body)) this.error(`${first.fileName} does not ask for ${second.fileName} with import(), so it would never be made.`)
    first.code = `${made}\n${page.body.replace(asked, () => '$import()')}`
    delete bundle[second.fileName]
  },
})
