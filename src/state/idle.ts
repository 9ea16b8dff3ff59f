/** For browsers that do not tell when they are idle. */
const pause = 300

export const whenIdle = (run: () => void) => void (typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, pause))
