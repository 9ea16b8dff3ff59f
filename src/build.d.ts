// Written in by vite.config.ts. Where the source is bundled without that file neither exists:
// read them as `typeof __VERSION__ === 'undefined' ? … : __VERSION__`.
declare const __VERSION__: string
declare const __BUILD__: string
