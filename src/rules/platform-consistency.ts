import { contradiction, familiesShown, familyNames, type Family } from '../checks/facts/families.ts'
import { everything } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** `linux` says nothing about the C library. A Mac that runs Docker is Linux inside: all outputs then are. */
const agree = (a: Family, b: Family) => a === b || (a.startsWith('linux') && b.startsWith('linux') && (a === 'linux' || b === 'linux'))

export const rule = defineRule({
  title: 'The outputs come from one kind of system',
  fault: 'The outputs come from two kinds of systems',
  severity: 'broken',
  plain: 'What you pasted cannot all come from one system; a container is a system of its own.',
  why: 'Every comparison between two outputs supposes that they describe one installation. Paths, the loader and the names of modules tell the system on which an output was made.',
  speaks: 'Lines that prove two of these: Windows, macOS, FreeBSD, Linux with glibc, Linux with musl.',
  docs: ['user-guides/checking-your-installation'],
  needs: { known: everything },
  castsDoubt: 'The outputs come from different kinds of systems, so what follows from several of them together is uncertain.',
  doubt: true,
  examine({ known }) {
    const signs = familiesShown(known)
    const pair = contradiction(signs, agree)
    if (pair) {
      const [one, other] = pair
      return {
        severity: 'broken',
        says: `${one.field.label} ${code(one.text)} belongs to ${familyNames[one.is]}, but ${other.field.label} ${code(other.text)} to ${familyNames[other.is]}. One system cannot have printed both.`,
        evidence: [one.field, other.field],
        pair: [one.field, other.field],
        fix: 'Run all commands again on the machine where Apache runs, in the same container if it runs in one, and paste these outputs only. Samples from the guide come from different systems.',
        verify: 'All paths then belong to one system.',
      }
    }
    const outputs = new Set(signs.map(one => one.field.output))
    return outputs.size > 1 ? undefined : { lacks: [outputs.has('httpd-V') ? 'ldd' : 'httpd-V'] }
  },
})
