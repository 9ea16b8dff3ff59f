import { execFileSync } from 'node:child_process'
import react from '@vitejs/plugin-react'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import { app } from './.tools/app.ts'
import { ascii } from './.tools/ascii.ts'
import { halves } from './.tools/halves.ts'
import { policy } from './.tools/policy.ts'
import { samples } from './.tools/samples.ts'
import manifest from './package.json' with { type: 'json' }

const git = (...args: string[]): string => execFileSync('git', args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim()

/** Of a commit: its own date, so that whoever builds a release again gets the same bytes and can compare their digest. Else today's. */
const stamp = (): string => {
  const today = new Date().toISOString().slice(0, 10)
  try {
    const commit = git('describe', '--always', '--dirty', '--exclude=*', '--abbrev=7')
    return `${commit.endsWith('-dirty') ? today : git('log', '-1', '--format=%cs')} ${commit}`
  } catch {
    // A source archive has no git and a new repository no commit.
    return today
  }
}

export default defineConfig({
  base: './',
  plugins: [app(), samples(), react(), halves(), ascii(), viteSingleFile(), policy()],
  define: {
    __VERSION__: JSON.stringify(manifest.version),
    __BUILD__: JSON.stringify(stamp()),
  },
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    // What is in public/ is written into the page: nothing stands beside it.
    copyPublicDir: false,
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'], setupFiles: ['test/clock.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'component', environment: 'happy-dom', include: ['test/ui/**/*.test.tsx'], setupFiles: ['test/ui/setup.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          // Side by side, browsers on a small machine make one another's tests time out.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
