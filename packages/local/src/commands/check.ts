import { runMain } from '../progress.ts'
import { runStaticChecks } from '../staticChecks.ts'
import { addTallies, runVitest } from '../vitestRun.ts'

/** Types, lint, format, import rules, dead code, generated files and unit tests: what is worth knowing before each commit. */
async function check(): Promise<number> {
  const { passed, failed, skipped } = addTallies(await runStaticChecks(), await runVitest('unit'))
  console.log(`\n${skipped === 0 ? '' : `${skipped} skipped, `}${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

await runMain(check)
