import { runMain } from '../progress.ts'
import { runCommand } from '../runCommand.ts'

const DECISIONS = '1000000'

/** A million drawn decisions against exact fractions (`pnpm test:exact [seed]`), and how often each rule, mean and numbering was among them. */
async function testExact(): Promise<number> {
  const { exitCode, output } = await runCommand(
    'vitest',
    ['run', '--project', 'unit', '--reporter', 'default', 'test/scoring/exactFractions.test.ts'],
    { env: { NO_COLOR: '1', EXACT_DECISIONS: DECISIONS, EXACT_SEED: process.argv[2] ?? '1' } },
  )
  console.log(
    output
      .split('\n')
      .filter((line) => line.startsWith('exact: '))
      .join('\n'),
  )
  if (exitCode !== 0) console.log(output)
  return exitCode
}

await runMain(testExact)
