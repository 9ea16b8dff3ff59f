import type { Prose } from '../../core/prose.ts'
import { code } from '../../core/say.ts'

/** How Apache comes to find a Python library. */
export const bringIn = (library: string, shellPrefix: string | undefined): Prose =>
  `Find the file with \`find / -name '${library}*' 2>/dev/null\`${shellPrefix === undefined || /^\/usr$|^[A-Za-z]:/.test(shellPrefix) ? '' : `; the Python of your shell has its libraries in ${code(`${shellPrefix}/lib`)}`}. `
  + `If its directory is \`DIR\`: write \`DIR\` into a file such as \`/etc/ld.so.conf.d/python.conf\` and run \`sudo ldconfig\`; or put \`LoadFile DIR/${library}\` before \`LoadModule wsgi_module\`; or rebuild mod_wsgi with \`LD_RUN_PATH=DIR\`. If there is no such file, install the Python that mod_wsgi was built for.`
