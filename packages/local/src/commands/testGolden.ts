import { runMain } from '../progress.ts'
import { runCommand, StepFailed } from '../runCommand.ts'

/** Lines by which a golden test says how far it agrees with a source that nobody here wrote, and what it leaves out. */
const oracleLine = /^(oracle \S+ \d+\/\d+|\s+(left out|DIFFERS)\b)/

/** Runs the golden tests alone: one line per source, the test reporter's own words only where something fails. */
async function testGolden(): Promise<number> {
  const { exitCode, output } = await runCommand(
    'vitest',
    ['run', '--project', 'thorough', '--reporter', 'default', 'test/golden'],
    {
      env: { NO_COLOR: '1' },
    },
  )
  const lines = output.split('\n').filter((line) => oracleLine.test(line))
  console.log(lines.join('\n'))
  const sources = lines.filter((line) => line.startsWith('oracle ')).length
  console.log(`\n${sources} sources, ${exitCode === 0 ? 'all tests passed' : 'some tests failed'}`)
  if (exitCode !== 0) console.log(output)
  // Tests that were all skipped pass too, and would have shown nothing.
  if (sources === 0) throw new StepFailed('no right answers were compared: not even the restated ones in test/golden')
  if (sources === 1)
    console.log('only the restated answers: the folder of reference data (../shared/oracles) is not here')
  return exitCode
}

await runMain(testGolden)
