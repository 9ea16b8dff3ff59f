import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { homeInForce, isConditional } from '../checks/facts/home-in-force.ts'
import { homesRefused } from '../checks/facts/home-refused.ts'
import { homeShape } from '../checks/facts/home-shape.ts'
import { homes } from '../checks/facts/home.ts'
import { undefinedVariables } from '../checks/facts/log.ts'
import { samePlace } from '../checks/facts/paths.ts'
import { directivesOf } from '../checks/facts/wsgi-config.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional, section } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** home=/srv/site/venv: as a working directory, an environment would be a strange choice. */
const environment = /^home=["']?\S*(?:[\\/]\.?(?:v?env|virtualenv)\d*|[\\/]\.?(?:virtual)?envs[\\/][^\\/]+)["']?$/

export const rule = defineRule({
  title: 'Python’s home is the root of a Python and is in effect',
  fault: 'Python’s home does not name the root of a Python, or is not in effect',
  severity: 'broken',
  plain: 'Apache is told to take Python from a place where there is none, or the line that says so is not in effect.',
  why: 'The home is the directory that `sys.prefix` of the wanted Python or environment prints. mod_wsgi hands it on as it stands; beneath it Python looks for `pyvenv.cfg` or for its standard library.',
  speaks: 'A home that ends in `bin`, `bin/python`, `site-packages` or the like, has `~` or `$` in it, is no full path, was refused in the log, or is not the `sys.prefix` of the script in the same mode.',
  docs: ['configuration-directives/WSGIPythonHome', 'configuration-directives/WSGIDaemonProcess', 'user-guides/virtual-environments#location-of-the-virtual-environment'],
  needs: {
    known: everything, config: optional(section('config')), homes: optional(homes), groups: optional(directivesOf('WSGIDaemonProcess')), refused: optional(homesRefused), inForce: optional(homeInForce),
    prefix: optional(diagnostic.fields.prefix), variables: optional(undefinedVariables), where: optional(platform),
  },
  because: ['shims', 'private-path'],
  next: ['config', 'error-log'],
  examine({ known, config, homes: all, groups, refused, inForce, prefix, variables, where }) {
    if (!all && !config) return { lacks: ['config'] }
    const verify = 'Load the script’s page again: `sys.prefix` must be that directory.'
    const findings: Finding[] = []
    const told = new Set<string>()
    for (const home of all?.value ?? []) {
      // What the log shows was not filled in; a line of the configuration is, unless Apache complains of the name.
      const shape = homeShape(home.path, name => home.by !== 'log' && !variables?.value.includes(name))
      // Where a script answered, a home of the log that is unfit was replaced since.
      if (!shape || told.has(home.path) || (home.by === 'log' && prefix)) continue
      told.add(home.path)
      findings.push({
        severity: shape.mild || isConditional(known, home) ? 'risky' : 'broken',
        says: `${code(home.path)}, given as Python’s home, ${shape.is}${shape.meant === undefined ? '' : ', not the root above it'}.`,
        evidence: [home.field],
        ...(home.path.includes('$') && { because: ['c15-variable-undefined'] }),
        fix: `Name ${shape.meant === undefined ? 'the full path that `python3 -c "import sys; print(sys.prefix)"` of that Python prints' : code(shape.meant)}, then \`${restart(where)}\`.`,
        verify,
      })
    }
    for (const { home, is, line } of refused?.value ?? []) {
      if (told.has(home.path)) continue
      findings.push({ severity: 'broken', says: `mod_wsgi says in the log that ${code(home.path)}, given as Python’s home, ${is}.`, evidence: [line], fix: `Correct the path or the rights, then \`${restart(where)}\`.`, verify })
      told.add(home.path)
    }
    const home = inForce?.value
    // On Windows the home never becomes `sys.prefix`: windows-prefix-dll looks at what it does. Of several lines one is in effect.
    if (home && prefix && !told.has(home.path) && !home.path.includes('$') && !/^[A-Za-z]:/.test(prefix.value) && !all?.value.some(one => one.by !== 'log' && samePlace(one.path, prefix.value)))
      findings.push({
        severity: 'risky',
        says: `\`${home.by}\` names ${code(home.path)} for the process that answered, but its \`sys.prefix\` is ${code(prefix)}: the line is not in effect.`,
        evidence: [home.field, prefix],
        pair: [home.field, prefix],
        fix: `Restart with \`${restart(where)}\`. If that changes nothing, look for a later line, for \`python-home=\` of the group, and whether the running server reads this file.`,
        verify,
      })
    // The page of WSGIPythonHome calls the option of daemon groups `home`; that one only sets the working directory.
    const meant = all?.value.some(({ by }) => by === 'WSGIPythonHome') ? undefined : groups?.value.find(({ words }) => words.some(word => environment.test(word)) && !words.some(word => /^python-(?:home|path)=/.test(word)))
    if (meant)
      findings.push({ severity: 'notable', says: `${code(meant.words.find(word => environment.test(word)))} sets the working directory of the group. If it is meant to be its virtual environment, the option is \`python-home=\`.`, evidence: [meant.field], fix: 'Write `python-home=` in place of `home=`.', verify })
    return findings
  },
})
