import type { Locator } from 'playwright-core'

/** Fails where it does not come into view within half a minute. */
export const expectSeen = (place: Locator): Promise<void> => place.waitFor()
