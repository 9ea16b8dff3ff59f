/** What the page calls itself in everything that leaves it. */
export const tool = { name: 'mod_wsgi Checkup', version: typeof __VERSION__ === 'undefined' ? 'unbuilt' : __VERSION__, build: typeof __BUILD__ === 'undefined' ? 'unbuilt' : __BUILD__ }

/** `0.1.0, built 2025-11-26 88186eb`. */
export const versionInWords = `${tool.version}, built ${tool.build}`
