import { onNone, type Check } from '../check.ts'
import { ldd } from './ldd.ts'
import { otool } from './otool.ts'
import { walk } from './walk.ts'

const macs = ['homebrew-arm', 'homebrew-intel', 'macports', 'macos-system'] as const

export const pythonLibrary: Check = {
  id: 'python-library',
  title: 'Python library',
  guide: 'user-guides/checking-your-installation#python-shared-library',
  why: 'Which Python library `mod_wsgi.so` asks for, and which file answers. Without one Apache cannot load the module; with another one than it was built for, it may crash. Ask about the file that `LoadModule wsgi_module` names.',
  commands: [
    {
      output: 'ldd',
      gives: 'the libraries of `mod_wsgi.so` and where they are found, without the help of this shell’s `LD_LIBRARY_PATH`',
      run: 'env -u LD_LIBRARY_PATH ldd {module}',
      on: { 'docker-httpd': 'docker exec NAME ldd {module}' },
      notOn: { ...onNone(macs, 'macOS has no `ldd`; `otool -L` takes its place.'), windows: 'Windows has no `ldd`. `dumpbin /dependents` of Visual Studio shows the same.' },
    },
    {
      output: 'otool',
      gives: 'the libraries of `mod_wsgi.so` as they are written into it',
      run: 'otool -L {module}',
      notOn: onNone(['debian', 'rhel', 'suse', 'alpine', 'arch', 'freebsd', 'docker-httpd', 'source', 'windows'], 'Only macOS has `otool`; `ldd` takes its place.'),
    },
  ],
  walk,
  outputs: [ldd, otool],
}
