import { defineConfig } from 'vitest/config'

// Three projects: `unit` needs nothing but Node and is what one runs before each commit; `thorough` needs no more but takes its
// time; `deployed` talks to a stack that is running (`pnpm test` starts one of its own).
const deployed = ['local', 'api-deployed', 'tenancy-deployed', 'e2e'].map((area) => `test/${area}/**/*.test.ts`)

const thorough = [
  'test/bench/units.test.ts',
  'test/golden/**/*.test.ts',
  'test/infra/{bundles,template}.test.ts',
  'test/web/firstViewBytes.test.ts',
  'test/intake/{hostileFiles,importerMemory}.test.ts',
  'test/documents/{libreOffice,schemeWorkbookInput}.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...deployed, ...thorough],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'thorough',
          include: thorough,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'deployed',
          include: deployed,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Conditions are waited for, on a machine that may be busy.
          expect: { poll: { timeout: 30_000 } },
          // One emulator, one seeded state: files that run at once would read each other's half-finished work.
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
