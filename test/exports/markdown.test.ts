import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docsUrl } from '../../src/checks/docs.ts'
import { analyse } from '../../src/core/report.ts'
import { code, codeCell, fenced, prose, proseHtml } from '../../src/exports/markdown-text.ts'
import { reportMarkdown } from '../../src/exports/markdown.ts'
import { glance } from '../../src/summary/index.ts'
import { cases, onePaste, tabByTab } from '../engine/lab.ts'
import { cellsOf, partsOf, spansOf } from './markdown-parts.ts'

/** Text that wants to be markup. */
const nasty = fc
  .array(fc.oneof(fc.constantFrom('`', '``', '```', '````', '\n', '\r\n', '\r', '|', '\\', '\\|', '</details>', '<img src=x>', '# ', '- ', '> ', '&#124;', '**', '_', '~~~', ' ', '[a](b)', '\u2028'), fc.string({ maxLength: 6 })), { maxLength: 20 })
  .map(parts => parts.join(''))

const asLine = (text: string) => text.replace(/[\s\u2028\u2029]+/g, ' ')
const decoded = (html: string) => html.replace(/&#(\d+);/g, (_all, number) => String.fromCharCode(Number(number)))

describe('Foreign text', () => {
  test('cannot leave its fence', () => {
    fc.assert(
      fc.property(nasty, text => {
        const { fences, outside, open } = partsOf(fenced(text))
        const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\n+$/, '')
        expect({ fences, outside, open }).toEqual({ fences: [lines], outside: '', open: false })
      }),
      { numRuns: 500 },
    )
  })

  test('cannot leave its code span', () => {
    fc.assert(
      fc.property(nasty.filter(text => text.trim() !== ''), text => {
        expect(spansOf(code(text))).toEqual({ codes: [asLine(text)], rest: '' })
      }),
      { numRuns: 500 },
    )
  })

  test('cannot leave its cell', () => {
    fc.assert(
      fc.property(nasty.filter(text => text.trim() !== ''), text => {
        const cells = cellsOf(`| What | ${codeCell(text)} |`)
        expect(cells).toHaveLength(2)
        const cell = cells[1] ?? ''
        const html = /^<code>([^<`|*_\\]*)<\/code>$/.exec(cell)?.[1]
        expect(html === undefined ? spansOf(cell) : { codes: [decoded(html)], rest: '' }).toEqual({ codes: [asLine(text).trim()], rest: '' })
      }),
      { numRuns: 500 },
    )
  })

  test('in a cell is readable where nothing stands in its way', () => {
    expect(codeCell('www.example.com|/blog')).toBe('`www.example.com\\|/blog`')
    expect(codeCell('')).toBe('(empty)')
    expect(codeCell('a`b')).toBe('<code>a&#96;b</code>')
  })
})

describe('Our own words', () => {
  test('keep their code and get their links in full', () => {
    expect(prose('Run `httpd -V`, see [the guide](user-guides/checking-your-installation#apache-build-information).')).toBe(
      `Run \`httpd -V\`, see [the guide](${docsUrl('user-guides/checking-your-installation#apache-build-information')}).`,
    )
  })

  test('hold no markup but ours', () => {
    expect(prose('a <b> *c* _d_ mod_wsgi [e] ` |')).toBe('a \\<b\\> \\*c\\* \\_d\\_ mod_wsgi \\[e\\] \\` \\|')
    expect(proseHtml('`httpd -M` & <b>')).toBe('httpd -M &#38; &#60;b&#62;')
  })
})

const samples = cases.flatMap(({ id, inputs }) => [
  { name: `${id}, tab by tab`, report: analyse(tabByTab(inputs)) },
  { name: `${id}, in one paste`, report: analyse(onePaste(inputs)) },
])

/** Lines that hold nothing else have nothing to see in them. */
const dress = new RegExp(`${String.fromCharCode(27)}\\[[0-?]*[ -/]*[@-~]|\`\`\`\\w*`, 'g')
const count = (text: string, word: string) => text.split(word).length - 1

describe('The Markdown report', () => {
  for (const { name, report } of samples) {
    test(`of ${name} holds every line that was pasted, and each value that is known`, () => {
      const markdown = reportMarkdown(report)
      const { fences, outside, open } = partsOf(markdown)
      expect(open).toBe(false)
      const quoted = new Set(fences.flatMap(text => text.split('\n')))
      const missing = report.pastes.flatMap(paste => paste.text.split(/\r\n|[\n\r\u2028\u2029]/).filter(line => /[A-Za-z]{2}/.test(line.replace(dress, '')) && !quoted.has(line)))
      expect(missing).toEqual([])
      expect(count(outside, '<details>')).toBe(count(outside, '</details>'))
      const rows = outside.split('\n').filter(line => line.startsWith('|'))
      expect(rows).toHaveLength(glance(report).length + 2)
      for (const row of rows) expect(cellsOf(row)).toHaveLength(2)
    })
  }

  test('says that nothing was recognised rather than nothing', () => {
    expect(reportMarkdown(analyse([{ id: 'p', text: 'Hello' }]))).toContain('Nothing was recognised')
  })

  test('puts what is broken before what is risky', () => {
    for (const { report } of samples) {
      const severities = [...reportMarkdown(report).matchAll(/^### (broken|risky|notable): /gm)].map(match => ['broken', 'risky', 'notable'].indexOf(match[1] ?? ''))
      expect(severities).toEqual(severities.toSorted((a, b) => a - b))
    }
  })

  test('holds pasted text only where it can do nothing', () => {
    const lines = cases.flatMap(one => one.inputs.flatMap(input => input.text.split('\n')))
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), nasty), { minLength: 1, maxLength: 25 }), parts => {
        const { outside, open } = partsOf(reportMarkdown(analyse([{ id: 'p', text: parts.join('\n') }])))
        expect(open).toBe(false)
        const bare = outside.split('\n').map(line => spansOf(line).rest).join('\n')
        expect(bare).not.toContain('<img')
        expect(count(bare, '<details>')).toBe(count(bare, '</details>'))
      }),
      { numRuns: 150 },
    )
  })
})
