import { execFileSync } from 'node:child_process'
import react from '@vitejs/plugin-react'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import { policy } from './.tools/policy.ts'
import { samples } from './.tools/samples.ts'
import manifest from './package.json' with { type: 'json' }

// A source archive has no git and a new repository no commit; the build then carries its date alone.
const commit = (): string => {
  try {
    const args = ['describe', '--always', '--dirty', '--exclude=*', '--abbrev=7']
    return execFileSync('git', args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim()
  } catch {
    return ''
  }
}

const build = [new Date().toISOString().slice(0, 10), commit()].filter(Boolean).join(' ')

export default defineConfig({
  base: './',
  plugins: [samples(), react(), viteSingleFile(), policy()],
  define: {
    __VERSION__: JSON.stringify(manifest.version),
    __BUILD__: JSON.stringify(build),
  },
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'], setupFiles: ['test/clock.ts'] },
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
