import { placesOn } from '../platform/places.ts'
import type { Here } from '../platform/platform.ts'

/** Asks Apache whether it would start with its configuration. */
export const configTest = (where: Here | undefined): string => `${placesOn(where?.value ?? 'other', where?.own).httpd} -t`
