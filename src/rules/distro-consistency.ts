import { distributionNames, distributionsShown, sameDistribution } from '../checks/facts/distributions.ts'
import { contradiction, familiesShown } from '../checks/facts/families.ts'
import { everything } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The outputs come from one Linux distribution',
  fault: 'The outputs come from two Linux distributions',
  severity: 'risky',
  plain: 'Some of the outputs seem to be of another machine or container than the rest.',
  why: 'Each distribution has its own directories for Apache, its modules and the libraries. A server inside a container and a shell outside of it are two systems, and so are two hosts.',
  speaks: 'A word or a path that only Debian and Ubuntu have beside one that only Red Hat’s family or SUSE has; `/usr/local` and `/opt` go with all.',
  docs: ['user-guides/checking-your-installation'],
  needs: { known: everything },
  because: ['platform-consistency', 'two-installations'],
  castsDoubt: 'The outputs seem to come from two distributions, so what follows from several of them together is uncertain.',
  doubt: true,
  examine({ known }) {
    const signs = distributionsShown(known)
    const [one, other] = contradiction(signs, sameDistribution) ?? []
    if (one && other)
      return {
        severity: 'risky',
        says: `${one.field.label} ${code(one.text)} belongs to ${distributionNames[one.is]}, but ${other.field.label} ${code(other.text)} to ${distributionNames[other.is]}.`,
        evidence: [one.field, other.field],
        pair: [one.field, other.field],
        fix: 'Run all commands on the host, or in the container, in which Apache runs, and paste those outputs only.',
        verify: 'All paths then belong to one distribution.',
      }
    // Only Linux has distributions.
    if (familiesShown(known).some(({ is }) => !is.startsWith('linux'))) return undefined
    const lacking = ['httpd-V', 'ldd', 'diagnostic'].filter(output => !known.section(output))
    return lacking.length < 2 || new Set(signs.map(sign => sign.field.output)).size > 1 ? undefined : { lacks: lacking.slice(0, 1) }
  },
})
