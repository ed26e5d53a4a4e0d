import { defineConfig } from 'vitest/config'

// A state that is waited for gets the time that a busy machine needs; no test depends on how fast it comes.
const expectations = { poll: { timeout: 20_000, interval: 25 } }
const shared = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' as const, expect: expectations }
const journeys = 'test/journeys/**/*.test.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'house',
          globalSetup: ['test/harness/cluster.ts'],
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [journeys],
        },
      },
      {
        test: {
          ...shared,
          name: 'storage',
          globalSetup: ['test/harness/cluster.ts'],
          include: ['src/{access,loop,insight,platform/database}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          globalSetup: ['test/harness/cluster.ts'],
          include: [journeys],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
