import { defineOutput } from '../../core/output.ts'
import { programMissing } from '../failure.ts'
import { apxsNameMeaning } from './apxs-names.ts'

const unmistakable = 'exp_\\w+|installbuilddir|MKINSTALLDIRS|SH_LIBTOOL|HTTPD_VERSION|HTTPD_MMN|APR_BINDIR|APU_BINDIR|APR_CONFIG|APU_CONFIG|AP_LIBS|AP_CLEAN_SRCLIB_DIRS|LOAD_ALL_MODULES|MPM_MODULES|BUILTIN_LIBS|SHLIBPATH_VAR|PROGRAM_LDADD|NOTEST_\\w+|INSTALL_SUEXEC|MOD_\\w+_LDADD|UTIL_LDFLAGS|HTTPD_LDFLAGS|SHCORE_LDFLAGS|LIBEXECDIR|SBINDIR|PROGNAME|MPM_NAME'

const settingMeaning = (setting: string) => {
  const name = /^\w+/.exec(setting)?.[0] ?? ''
  return apxsNameMeaning(name) ?? { says: `A setting of Apache’s build named \`${name}\`; mod_wsgi does not ask for it.` }
}

const forms: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/FLAGS$/i, /^-/],
  [/dir$|prefix$|^APR_CONFIG$|^APU_CONFIG$|^SHELL$|LIBTOOL$/i, /^\//],
  [/^MPM_NAME$/i, /^(?:event|worker|prefork|winnt|itk|peruser|mpmt_os2|netware|beos)$/],
  [/VERSION$|_MMN$/i, /^\d/],
  [/^(?:TARGET|PROGNAME)$/i, /^(?:httpd|apache)/],
  [/^CC$/i, /cc|clang|xlc/],
]

/** `NAME=value` for each name of the command; undefined where the line cannot be their values. Several are joined by `;;`. */
function answers(command: string | undefined, line: string): readonly string[] | undefined {
  const names = /-q\s+(\w+(?:\s+\w+)*)\s*(?:2>|$|\)|\|)/.exec(command ?? '')?.[1]?.split(/\s+/)
  const values = line.split(';;')
  if (!names || names.length !== values.length || names.join() === 'installbuilddir') return undefined
  const fits = names.every((name, i) => values[i] === '' || forms.find(([of]) => of.test(name))?.[1].test(values[i] ?? ''))
  return fits ? names.map((name, i) => `${name}=${values[i]}`) : undefined
}

/** The answers of `apxs -q`: one value, several, or the whole list of `NAME=value` lines (httpd support/apxs.in). */
export const apxs = defineOutput<{ installBuildDir: string; version: string; sbindir: string; setting: string; otherSetting: string; answer: readonly string[]; failure: string; refused: string }>({
  id: 'apxs',
  title: '`apxs -q`',
  command: /(?:^|[\s/("$])apxs2?(?:-\w+)?\b.*-q/,
  fields: {
    installBuildDir: {
      label: 'installbuilddir', many: true, lone: true,
      line: /^exp_installbuilddir=(\/\S+)|^installbuilddir\s?[=:]\s?(\/\S+)|^(\/\S*(?:apache2|apache24|httpd)\S*\/build)$|^(\/[^\s;]+)(?:;;.*)?$/,
      read: (match, { command, hinted }) => {
        if (match[4] === undefined) return match[1] ?? match[2] ?? match[3]
        if (command !== undefined) return /-q\s+installbuilddir\b/.test(command) ? match[4] : undefined
        return hinted && match[4].endsWith('/build') ? match[4] : undefined
      },
      weak: true,
      meaning: () => ({ says: 'Where Apache keeps what is needed to build modules; `config.nice` would lie here.', more: 'Debian, Ubuntu and the Red Hat family do not ship `config.nice`, so nothing is wrong where it is missing.' }),
    },
    version: { label: 'HTTPD_VERSION', line: /^HTTPD_VERSION\s?[=:]\s?(\d+\.\d+\S*)/, meaning: () => ({ says: 'The release of Apache whose development files these are. Its first two numbers must be those of the server.' }) },
    sbindir: { label: 'SBINDIR', line: /^(?:exp_sbindir|SBINDIR)\s?[=:]\s?(\/\S+)/, many: true, meaning: () => settingMeaning('SBINDIR') },
    setting: { label: 'Setting', many: true, line: new RegExp(`^((?:${unmistakable})\\s?[=:](?:\\s?\\S.*)?)$`), whole: /./, meaning: ({ value }) => settingMeaning(value) },
    otherSetting: { label: 'Setting', many: true, weak: true, line: new RegExp(`^((?!(?:${unmistakable})\\s?[=:])[A-Za-z_]\\w*=.*)$`), whole: /./, meaning: ({ value }) => settingMeaning(value) },
    answer: {
      // /usr/local/apache2/bin;;/usr/local/apache2/modules;;event
      label: 'Answer', many: true, weak: true, whole: /./,
      line: /^(\/[^\s;]+|[^;]*(?:;;[^;]*)+|[\w.:+-]+|-[A-Za-z]\S*(?: +-\S+)*)$/,
      read: (match, { command }) => answers(command, match[1] ?? ''),
      meaning: ({ value }) => ({ says: value.length > 1 ? 'The values of the names that were asked for, in their order.' : settingMeaning(value[0] ?? '').says, ...(value.length > 1 && { more: value.map(one => `\`${one}\`: ${settingMeaning(one).says}`).join(' ') }) }),
    },
    // `Command failed with rc=65536` ends a build: what failed stands above it, and `apxs` is there.
    refused: { label: 'Refused', line: /^(apxs:Error: (?!Command failed with rc=).*|.*The 'apxs' command appears not to be installed.*|Can't locate \S+\.pm in @INC.*)/, many: true, meaning: ({ value }) => ({ says: /Invalid query/.test(value) ? 'apxs does not know this name.' : 'Apache’s development package is not installed, or `apxs` cannot run.', more: 'It is `apache2-dev` on Debian and Ubuntu, `httpd-devel` in the Red Hat family; Homebrew’s `httpd` has it.', docs: ['user-guides/installation-from-pypi'] }) },
    failure: programMissing('apxs2?', 'It is part of `apache2-dev` on Debian and Ubuntu, of `httpd-devel` in the Red Hat family.'),
  },
  extent: ({ has }) => (has('installBuildDir') || has('setting') || has('version') || has('answer') ? 'whole' : 'failed'),
})
