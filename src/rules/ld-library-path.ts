import { libpython } from '../checks/facts/libpython.ts'
import { directoryOf, isSystemLibraryDirectory, samePlace } from '../checks/facts/paths.ts'
import { answered } from '../checks/facts/python.ts'
import { pythonFound } from '../checks/facts/linking.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { plainly } from '../core/foreign.ts'
import { every, everything, optional, section, type Known } from '../core/need.ts'
import type { Field, Section } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** `LD_LIBRARY_PATH=/x ldd …`; `env -u LD_LIBRARY_PATH ldd …` takes the variable away. */
const sets = (line: string | undefined) => line !== undefined && /\bLD_LIBRARY_PATH=\S/.test(line)
const unsets = (line: string | undefined) => line !== undefined && /-u\s+LD_LIBRARY_PATH\b|unset\s+LD_LIBRARY_PATH/.test(line)

/** Whether the shell that was asked had the variable: what was typed before, in the same paste and at the same prompt. */
function hadIt({ sections }: Known, { paste, lines, prompt }: Section): boolean {
  const last = sections
    .filter(one => one.paste === paste && one.prompt === prompt)
    .flatMap(({ readings }) => readings)
    .filter(({ line, note }) => note?.label === 'prompt' && line.first <= lines[1] && /\b(?:export|setenv|unset)\b.*\bLD_LIBRARY_PATH\b/.test(line.text))
    .toSorted((a, b) => a.line.first - b.line.first)
    .at(-1)
  return last !== undefined && !/\bunset\b|LD_LIBRARY_PATH=["']*$/.test(last.line.text)
}

/** The loader was told of directories between the two. */
const repaired = (a: Field | undefined, b: Field) =>
  a?.paste === b.paste && /\bldconfig\b/.test(plainly(b.paste.text.slice(Math.min(a.span.start, b.span.start), Math.max(a.span.start, b.span.start))))

export const rule = defineRule({
  title: 'The Python library is found without `LD_LIBRARY_PATH`',
  fault: 'The Python library may be found through `LD_LIBRARY_PATH` only',
  severity: 'risky',
  plain: 'What the shell finds, Apache may not find.',
  why: '`ldd` heeds the `LD_LIBRARY_PATH` of the shell in which it runs. A service does not inherit it, so Apache may find no library, or another one.',
  speaks: '`LD_LIBRARY_PATH` set for the `ldd` call, two calls that find different files, or a library in a directory that neither the system nor the module names.',
  docs: ['user-guides/checking-your-installation#python-shared-library', 'user-guides/installation-issues#unable-to-find-python-shared-library'],
  needs: { known: everything, library: libpython, listing: section('ldd'), ways: pythonFound, needed: optional(every(ldd.fields.needed)), runpath: optional(ldd.fields.runpath), answer: optional(answered), where: optional(platform) },
  because: ['libpython-not-found'],
  next: ['diagnostic', 'error-log'],
  doubt: true,
  examine({ known, library, listing, ways, needed, runpath, answer, where }) {
    const path = library.value.path
    const cure = {
      fix: `Write the directory ${path === undefined ? '' : `${code(directoryOf(path))} `}into a file such as \`/etc/ld.so.conf.d/python.conf\` and run \`sudo ldconfig\`, or rebuild mod_wsgi with \`LD_RUN_PATH\` set to it.`,
      verify: `\`${command('ldd', where)}\` must find the same file.`,
    }
    const other = ways.value.find(way => way.name === library.value.name && !(way.path === undefined && path === undefined) && !(way.path !== undefined && path !== undefined && samePlace(way.path, path)))
    if (other && !repaired(library.evidence[0], other.field))
      return {
        severity: 'risky',
        says: `One listing finds ${code(library.value.name)} ${path === undefined ? 'not at all' : `in ${code(path)}`}, the other ${other.path === undefined ? 'not at all' : `in ${code(other.path)}`}: something was changed between them, or the two shells have different environments, and Apache has one of its own.`,
        evidence: [...library.evidence, other.field],
        ...cure,
      }
    if (path === undefined || isSystemLibraryDirectory(directoryOf(path))) return undefined
    const once = sets(listing.command)
    if (once || (!unsets(listing.command) && hadIt(known, listing)))
      return { severity: 'risky', says: `${code(path)} was found with \`LD_LIBRARY_PATH\` set ${once ? 'for this one command' : 'in this shell'}. Apache as a service does not inherit it, and may find another file or none.`, evidence: library.evidence, ...cure }
    // Where the variable was taken away, or the script answered, the directory is in the loader's own configuration:
    // /etc/ld.so.conf.d can add any. Without `readelf` it cannot be told whether it is written into the module.
    if (unsets(listing.command) || answer || !needed || runpath) return undefined
    return { severity: 'risky', says: `${code(path)} is in none of the system’s own directories, and no search path is written into the module: it was found through \`LD_LIBRARY_PATH\`, or the loader’s configuration names the directory.`, evidence: [...library.evidence, ...needed.slice(0, 1)], ...cure }
  },
})
