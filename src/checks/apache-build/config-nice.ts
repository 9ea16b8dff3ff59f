import { defineOutput } from '../../core/output.ts'
import { argumentMeaning } from './configure-arguments.ts'

const argument = '--[a-z][\\w-]*(?:=(?:[^"\'\\\\\\s]|\\s(?!--|\\\\|/\\s*$))*)?'

const meaningOf = (text: string) => {
  const name = /^-*([A-Za-z][\w-]*)/.exec(text)?.[1] ?? ''
  return argumentMeaning(name) ?? { says: `An argument of \`configure\` that we do not know: \`${name}\`.` }
}

/** `config.nice`, the call of `configure` that built Apache (apr build/apr_common.m4), or such a call typed by hand. */
export const configNice = defineOutput<{ prefix: string; argument: string; variable: string; missing: string }>({
  id: 'config-nice',
  title: '`config.nice`',
  command: /config\.nice/,
  above: /^#/,
  fields: {
    prefix: { label: '--prefix', weak: true, many: true, line: /(?:^|\s)["']?--prefix[= ]["']?([^"'\s\\]+)/, meaning: () => meaningOf('prefix') },
    argument: {
      // "--with-mpm=prefork" \
      label: 'Argument', many: true, weak: true,
      line: new RegExp(`^(?![A-Z_]+=".*"; export )(?:["']?\\S*configure["']?\\s+)?["']?(${argument}|[A-Za-z_]+=[^"]*)["']?`),
      whole: /./,
      meaning: ({ value }) => meaningOf(value),
    },
    variable: { label: 'Variable', many: true, line: /^([A-Z_]+=".*"); export [A-Z_]+/, meaning: ({ value }) => meaningOf(value) },
    missing: {
      label: 'No such file', many: true,
      line: /^(?:cat|less|more|head|bash|sh|ls): (?:cannot access )?['"]?(\S*config\.nice)['"]?: No such file or directory/,
      meaning: () => ({ says: 'There is no `config.nice` here.', more: 'That is normal: Debian, Ubuntu and the Red Hat family do not ship it, and Windows has none. A source build and Homebrew do.', guide: 'The guide asks for the file without saying that most distributions leave it out.' }),
    },
  },
  known: [
    { label: 'heading', heading: true, line: /^#?\s*Created by configure$/, says: 'APR’s build tools wrote this file.' },
    { label: 'shell', weak: true, line: /^#!|^#$/, says: 'It is a shell script: running it configures the same build again.' },
    { label: 'call', line: /^["']?(?:\.{1,2}\/|\/\S+\/)configure["']?(?:\s|$)/, says: 'The call of `configure`.' },
    { label: 'end', line: /^["']?\$@["']?$/, weak: true, says: 'Stands for arguments that are given to this script.' },
  ],
  extent: ({ has }) => (has('argument') || has('prefix') ? 'whole' : has('variable') ? 'cut' : 'failed'),
})
