import { oldDirectives } from '../checks/apache-config/apache-directives.ts'
import { configTest } from '../checks/apache-config/config-test.ts'
import { alsoKnown, wsgiDirective, wsgiDirectives } from '../checks/apache-config/wsgi-directives.ts'
import { answered } from '../checks/facts/python.ts'
import { isOld, logged } from '../checks/facts/log.ts'
import { wsgiLoaded } from '../checks/facts/mpm.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { nearest } from '../checks/facts/nearest.ts'
import { refusedAt } from '../checks/facts/refused-at.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { triedOut } from '../checks/facts/tried-out.ts'
import { windows } from '../checks/facts/windows.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional, type Known } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

interface Words {
  readonly says: string
  readonly fix: string
}

const load = 'See whether `LoadModule wsgi_module` is there, stands above this line, and is not inside a condition that is off.'
const ofAccess = /^(?:Order|Allow|Deny|Satisfy)$/i
/** Left out where mod_wsgi has no daemon mode, as on Windows (mod_wsgi src/server/wsgi_apache.h:94-98). */
const ofDaemonMode = /^WSGI(?:DaemonProcess|ProcessGroup|AcceptMutex|SocketPrefix|RestrictEmbedded|RestrictProcess)$/i
/** Nobody runs what came before, so these belong to every mod_wsgi. */
const oldest = '4.0'

const valid = Object.keys(wsgiDirectives).filter(name => wsgiDirectives[name]?.until === undefined)

/** Directives that mod_wsgi does not have, in this release or in any. */
function foreign(name: string): Words | undefined {
  const old = Object.entries(oldDirectives).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]
  if (old) return { says: `It is a directive of Apache 2.2; in 2.4 ${old.now} takes its place.`, fix: 'Take the line out, or write `Mutex default` instead. Other lines of 2.2 may follow.' }
  if (ofAccess.test(name)) return { says: 'It is a directive of Apache 2.2; in 2.4 `Require` takes its place.', fix: 'Replace it by `Require`, such as `Require all granted`, or load `mod_access_compat`, which still knows it.' }
  if (/^Mutex$/i.test(name)) return { says: 'It came with Apache 2.4; 2.2 has `AcceptMutex`.', fix: 'Take the line out, or find out which Apache reads this file.' }
  if (wsgiDirective(name) || alsoKnown.includes(name)) return undefined
  const meant = nearest(name, valid, 3)
  if (meant !== undefined) return { says: `mod_wsgi has no such directive; ${code(meant)} is the nearest.`, fix: `Write ${code(meant)}, if that is meant.` }
  return { says: 'It is misspelt, or its module is not loaded.', fix: 'Look the directive up in the documentation of Apache or of its module, and load the module.' }
}

/** What may be behind it, claiming no more than the name and the other outputs tell. */
function wordsFor(name: string, place: string, known: Known): Words {
  const other = foreign(name)
  if (other) return other
  const entry = wsgiDirective(name)
  const release = modWsgiVersion.get(known)?.value
  if (entry?.until !== undefined) return { says: `It is gone since mod_wsgi ${entry.until}${release === undefined ? ', or mod_wsgi is not loaded at this line' : ''}.`, fix: `Take the line out${entry.instead === undefined ? '' : `; today it is ${entry.instead}`}.` }
  // line 12 of C:/Apache24/conf/httpd.conf
  const onWindows = / of (?:file )?"?[A-Za-z]:[\\/]/.test(place) || windows.get(known) !== undefined
  if (ofDaemonMode.test(name) && onWindows) return { says: 'It belongs to daemon mode, which mod_wsgi does not have on Windows.', fix: 'Take the lines of daemon mode out; the application then runs in embedded mode.' }
  const since = entry?.since !== undefined && !isBefore(entry.since, oldest) ? entry.since : undefined
  if (since !== undefined && release !== undefined && isBefore(release, since)) return { says: `It came with mod_wsgi ${since}, and ${code(release)} runs here.`, fix: 'Take the line out, or install a newer mod_wsgi.' }
  const loaded = wsgiLoaded.get(known)?.value
  const reasons = [
    loaded ? '`wsgi_module` is loaded further down' : 'mod_wsgi is not loaded at this line',
    ...(since === undefined ? [] : [`its release is older than ${since}, which brought the directive`]),
    ...(ofDaemonMode.test(name) && !/ of (?:file )?"?\//.test(place) ? ['this is Windows, where there is no daemon mode'] : []),
  ]
  return { says: reasons.length > 1 ? `Either ${reasons.join(', or ')}.` : `It seems that ${reasons.join('')}.`, fix: load }
}

/** The directives that Apache refused, from messages and from the answers to the mutex trick. */
const refusedIn = (known: Known): readonly Field[] => [...logged(known, 'unknownCommand'), ...known.fields('mutex', 'refused')]

export const rule = defineRule({
  title: 'Apache knows every directive',
  fault: 'Apache does not know a directive',
  severity: 'broken',
  plain: 'Apache does not start, because its configuration has a word that no loaded part of it understands.',
  why: 'Each directive belongs to a module. Apache reads its files from top to bottom and stops at the first word that nothing loaded so far knows.',
  speaks: `A line such as ${code("Invalid command 'WSGIScriptAlias', perhaps misspelled or defined by a module not included in the server configuration")}.`,
  docs: ['configuration', 'httpd:mod/mod_so#loadmodule', 'httpd:upgrading'],
  needs: { known: everything, where: optional(platform) },
  because: ['mutex-directive-generation', 'wsgi-directive-misspelt', 'wsgi-directive-of-another-release', 'directive-of-apache-22', 'windows-daemon', 'wsgi-module-absent', 'load-error-class'],
  next: ['config', 'httpd-M'],
  examine({ known, where }) {
    if (!known.section('error-log') && !known.section('mutex')) return { lacks: ['error-log'] }
    const seen = new Set<string>()
    return refusedIn(known).flatMap((field): Finding[] => {
      const name = String(field.value)
      if (seen.has(name)) return []
      seen.add(name)
      const tried = triedOut(known, field)
      // With -c the word stands in no file; where nothing else came, not-the-output says why.
      if (tried && known.section('mutex')?.extent === 'failed') return []
      const over = isOld(known, field) ? 'Apache started well after that' : answered.get(known) ? 'The script answered' : undefined
      const at = refusedAt(known, field)
      const { says, fix } = wordsFor(name, at?.place ?? '', known)
      return [{
        severity: over !== undefined || tried ? 'notable' : 'broken',
        says: `Apache does not know ${code(name)}${at && !tried ? ` (${code(at.place)})` : ''}. ${over === undefined ? says : `${over}, so this is over.`}`,
        evidence: [...(at && at.field !== field ? [at.field] : []), field],
        ...(over === undefined && { fix, verify: `\`${configTest(where)}\` says \`Syntax OK\`.` }),
      }]
    })
  },
})
