import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { inWorkFolder } from './paths.ts'
import { runCommand } from './runCommand.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const noTests: Tally = { passed: 0, failed: 0, skipped: 0 }

export const addTallies = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Runs one project of the root vitest configuration with its output shown, and counts. A file that cannot be loaded is one failure. */
export async function runVitest(
  project: 'unit' | 'thorough' | 'deployed',
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const reportFile = inWorkFolder(`reports/${project}.json`)
  await rm(reportFile, { force: true })
  const { exitCode } = await runCommand(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    { env, onLine: (line) => console.log(line) },
  )
  const written = await readFile(reportFile, 'utf8').catch(() => undefined)
  if (written === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report = Report.parse(JSON.parse(written))
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloadable
  return {
    passed: report.numPassedTests,
    // Something outside every test can fail too, an unhandled rejection for one.
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
