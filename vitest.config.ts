import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Each file has a database of its own; modules keep nothing that is not named after its records.
    isolate: false,
    maxWorkers: 3,
    globalSetup: ['test/support/global-setup.ts'],
    env: { TZ: 'America/Anchorage' },
  },
})
