// Written in by vite.config.ts. Where the source is bundled without that file neither exists:
// read them as `typeof __VERSION__ === 'undefined' ? … : __VERSION__`.
declare const __VERSION__: string
declare const __BUILD__: string

/** Made by .tools/samples.ts. */
declare module 'virtual:samples' {
  interface SampleFile {
    /** The name of its output's file, or empty where all of it is one text. */
    readonly name: string
    readonly text: string
  }
  export const samples: Readonly<Record<string, { readonly found?: readonly SampleFile[]; readonly clear?: readonly SampleFile[] }>>
}
