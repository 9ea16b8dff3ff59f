import { exclude, machines, type Machine } from '../checks/facts/machines.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

/** Processors where both name them, else word sizes. */
const kindOf = (one: Machine, byName: boolean) => listed(byName ? one.processors : one.bits.map(size => `${size} bit`))

export const rule = defineRule({
  title: 'Apache, the module and Python are for one kind of processor',
  fault: 'Apache, the module and Python are for different processors',
  severity: 'broken',
  plain: 'Two parts of the server were built for different kinds of processors and cannot work together.',
  why: 'A program can load only files of its own word size and for its own kind of processor. `Architecture` of `httpd -V` tells the word size alone; a file for several processors fits each of them.',
  speaks: 'A word size or a processor in `Architecture`, the loader’s line, the headings of `otool`, the answer of `file`, `sys.version` on Windows or `wrong ELF class` that excludes another one.',
  docs: ['user-guides/installation-issues', 'user-guides/installation-on-macosx'],
  needs: { known: everything, machines: optional(machines) },
  because: ['platform-consistency', 'two-installations'],
  next: ['ldd', 'otool', 'httpd-V'],
  castsDoubt: 'The outputs are of files for different processors, which cannot be parts of one server, so what follows from several of them together is uncertain.',
  examine({ known, machines: shown }) {
    const all = shown?.value ?? []
    for (const [i, one] of all.entries()) {
      const other = all.slice(i + 1).find(next => exclude(one, next))
      if (other) {
        const named = one.processors.length > 0 && other.processors.length > 0
        return {
          severity: 'broken',
          says: `${one.of === 'the module' ? 'The module' : one.of} is for ${kindOf(one, named)}, as ${code(one.text)} shows, but ${other.of === one.of ? 'another file' : other.of} for ${kindOf(other, named)}, by ${code(other.text)}.`,
          evidence: [one.field, other.field],
          pair: [one.field, other.field],
          fix: 'Build mod_wsgi for this Apache, with a Python of the same kind. If Apache runs as it is, one of the outputs is about a file that it does not load.',
          verify: '`file` of the program, of `mod_wsgi.so` and of the Python library names the same processor.',
        }
      }
    }
    const lacking = ['httpd-V', known.section('otool') ? 'otool' : 'ldd'].filter(output => !known.section(output))
    return lacking.length && new Set(all.map(one => one.of === 'Apache' ? one.of : one.field.key)).size < 2 ? { lacks: lacking.slice(0, 1) } : undefined
  },
})
