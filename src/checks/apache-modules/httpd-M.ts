import { defineOutput } from '../../core/output.ts'
import { programMissing } from '../failure.ts'
import { apacheCall, apachePrograms } from '../programs.ts'
import { moduleMeaning } from './names.ts'

/** `httpd -M`: every module of the present configuration (httpd modules/core/mod_so.c, dump_loaded_modules). */
export const httpdM = defineOutput<{ module: string; failure: string }>({
  id: 'httpd-M',
  title: '`httpd -M`',
  command: apacheCall('-M|-t\\s+-D\\s*DUMP_MODULES'),
  breaks: { when: /_module \(/, at: /(?<=\s)(?=Loaded Modules:|\w+_module \((?:static|shared)\))/ },
  fields: {
    module: {
      //  wsgi_module (shared)
      label: 'Loaded',
      line: /^(([A-Za-z]\w*_module)\s\((?:static|shared)\))/,
      read: match => match[2],
      many: true,
      whole: /\)$/,
      meaning: ({ value, raw }) => moduleMeaning(value, raw),
    },
    failure: { ...programMissing(apachePrograms, 'On Debian and Ubuntu call `apache2ctl -M`; elsewhere try the full path, such as `/usr/sbin/httpd -M`.'), weak: true },
  },
  known: [
    { label: 'heading', heading: true, line: /^Loaded Modules:/, says: 'What follows is every module of the present configuration, built in or loaded, in the order of the configuration.' },
    { label: 'syntax test', weak: true, line: /^Syntax OK/, says: 'Apache 2.2 says this after the list: the configuration could be read.' },
    { label: 'wrapper', weak: true, line: /^(?:Action '-M' failed|The Apache error log may have more information)/, says: 'The wrapper reports that Apache answered with an error status.' },
  ],
  extent: ({ has, heading, value, count }) => {
    if (!has('module')) return 'failed'
    const process = ['mpm_prefork_module', 'mpm_worker_module', 'mpm_event_module', 'mpm_winnt_module', 'mpm_netware_module'].some(mpm => value('module', mpm))
    if (heading('heading') && value('module', 'core_module') && process) return 'whole'
    return count('module') <= 3 && !heading('heading') ? 'part' : 'cut'
  },
})
