/** What the page calls itself in everything that leaves it. */
export const tool = { name: 'mod_wsgi Checkup', version: typeof __VERSION__ === 'undefined' ? 'unbuilt' : __VERSION__ }
