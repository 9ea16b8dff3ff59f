import type { Check } from '../check.ts'
import { sysPrefix } from './sys-prefix.ts'
import { walk } from './walk.ts'

export const pythonInstallation: Check = {
  id: 'python-installation',
  title: 'Python installation',
  guide: 'user-guides/checking-your-installation#python-installation-in-use',
  why: 'Where the Python that you mean has its files. This is what `WSGIPythonHome` or `python-home` should name. It is not yet what Apache uses: only the diagnostic script shows that.',
  commands: [{ output: 'sys-prefix', gives: 'the root of the Python that Apache is to use; call it by its full path, or inside the virtual environment', run: '{python} -c "import sys; print(sys.prefix)"' }],
  walk,
  outputs: [sysPrefix],
}
