import type { Fact } from '../../core/need.ts'
import { placesOn } from '../platform/places.ts'
import type { Platform } from '../platform/platforms.ts'

/** Asks Apache whether it would start with its configuration. */
export const configTest = (where: Fact<Platform> | undefined): string => `${placesOn(where?.value ?? 'other').httpd} -t`
