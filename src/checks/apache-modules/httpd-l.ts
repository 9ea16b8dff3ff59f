import { defineOutput } from '../../core/output.ts'
import { programMissing } from '../failure.ts'
import { apacheCall, apachePrograms } from '../programs.ts'
import { moduleOfFile } from './names.ts'

/** `httpd -l`: the modules that are part of the program (httpd server/config.c, ap_show_modules). It reads no configuration. */
export const httpdL = defineOutput<{ module: string; failure: string }>({
  id: 'httpd-l',
  title: '`httpd -l`',
  command: apacheCall('-l'),
  breaks: { when: /Compiled in modules:|^\w{1,40}\.c\s{1,9}\w{1,40}\.c(?:\s|$)/, at: /(?<=\s)(?=Compiled in modules:|\w+\.c(?:\s|$))/ },
  run: 3,
  fields: {
    module: {
      //   mod_so.c
      label: 'Compiled in',
      // A sentence may begin with such a name, too: `mod_version.c compiled in.`
      line: /^(\w+\.c)(?=$|\s+(?![a-z]+,? ))/,
      many: true,
      weak: true,
      whole: /\.c$/,
      meaning: ({ value }) => moduleOfFile(value),
    },
    failure: { ...programMissing(apachePrograms, 'On Debian and Ubuntu call `apache2ctl -l`; elsewhere try the full path, such as `/usr/sbin/httpd -l`.'), weak: true },
  },
  known: [{ label: 'heading', heading: true, line: /^Compiled in modules:/, says: 'What follows is built into the program: source files, in the order in which they are initialised.' }],
  extent: ({ has, heading, value }) => {
    if (!has('module')) return 'failed'
    return heading('heading') && value('module', 'core.c') && value('module', 'http_core.c') ? 'whole' : 'cut'
  },
})
