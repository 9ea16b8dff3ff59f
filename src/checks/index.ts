import type { Place } from '../core/matcher.ts'
import { apacheBuild } from './apache-build/index.ts'
import { apacheConfig } from './apache-config/index.ts'
import { apacheModules } from './apache-modules/index.ts'
import type { Check } from './check.ts'
import { diagnosticScript } from './diagnostic-script/index.ts'
import { errorLog } from './error-log/index.ts'
import { mutexCheck } from './mutex/index.ts'
import { pythonInstallation } from './python-installation/index.ts'
import { pythonLibrary } from './python-library/index.ts'

/** The checks in the order of their tabs. */
export const checks: readonly Check[] = [apacheBuild, apacheModules, mutexCheck, pythonLibrary, pythonInstallation, diagnosticScript, errorLog, apacheConfig]

/** Every output with the check that reads it, in the order in which they are asked whose a line is. */
export const places: readonly Place[] = checks.flatMap(check => check.outputs.map(output => ({ check: check.id, output })))
