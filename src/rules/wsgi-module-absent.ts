import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { wsgiLoaded } from '../checks/facts/mpm.ts'
import { command, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'

const cures: Readonly<Partial<Record<Platform, string>>> = {
  debian: 'Install `libapache2-mod-wsgi-py3` if it is missing, run `sudo a2enmod wsgi`',
  rhel: 'Install `python3-mod_wsgi`, which brings a file in `/etc/httpd/conf.modules.d`',
  windows: 'Put the lines that `mod_wsgi-express module-config` prints into `httpd.conf`',
}

export const rule = defineRule({
  title: '`wsgi_module` is loaded',
  fault: '`wsgi_module` is not loaded',
  severity: 'broken',
  plain: 'With this configuration Apache has no mod_wsgi, so no Python application can run in it.',
  why: 'Without `wsgi_module` Apache knows none of the `WSGI…` directives and cannot run a WSGI application. The line that loads it is missing, stands inside a condition that is off, or was refused at the start.',
  speaks: 'A whole list of modules without `wsgi_module`, and no page of the script.',
  docs: ['user-guides/checking-your-installation#apache-modules-loaded', 'user-guides/quick-installation-guide'],
  needs: { loaded: wsgiLoaded, answered: optional(diagnostic.fields.processGroup), where: optional(platform) },
  next: ['error-log', 'config'],
  examine({ loaded, answered, where }) {
    // Where the script answered, wsgi-module-missing speaks.
    if (loaded.value || answered) return undefined
    return {
      severity: 'broken',
      says: 'The list of modules is whole, and `wsgi_module` is not in it: mod_wsgi is not loaded.',
      evidence: loaded.evidence,
      fix: `${(where && cures[where.value]) ?? 'Put `LoadModule wsgi_module` with the path of `mod_wsgi.so` into the configuration, or the lines that `mod_wsgi-express module-config` prints'}, then \`${restart(where)}\`. If the line is there, look for \`Cannot load\` in the error log, and for another configuration file that the service uses.`,
      verify: `\`${command('httpd-M', where)}\` must list \`wsgi_module (shared)\`.`,
    }
  },
})
