import { readFile } from 'node:fs/promises'
import { inProject } from './paths.ts'
import { step } from './progress.ts'
import { type CommandOutcome, lastLines, runCommand } from './runCommand.ts'
import { noTests, type Tally } from './vitestRun.ts'

interface StaticCheck {
  readonly name: string
  readonly run: () => Promise<CommandOutcome>
}

const command = (name: string, program: string, ...args: string[]): StaticCheck => ({
  name,
  run: () => runCommand(program, args),
})

/** A generated and committed file must be what its generator writes today; an old one is written anew, to be looked at and committed. */
function upToDate(file: string, generator: string): StaticCheck {
  return {
    name: `${file} is up to date`,
    run: async () => {
      const before = await readFile(inProject(file), 'utf8').catch(() => '')
      const outcome = await runCommand(process.execPath, [generator])
      if (outcome.exitCode !== 0 || before === (await readFile(inProject(file), 'utf8'))) return outcome
      return { exitCode: 1, output: `${file} was out of date. It has been written anew: look at it and commit it.` }
    },
  }
}

/** Where days, months and the order or case of letters could come out otherwise on another machine. */
const PLACE_DEPENDENT = ['calendar-cn', 'notices', 'cycles', 'clock', 'public-site']

/** Those tests once more on a machine that stands elsewhere: west or east of London, and under a locale that writes i and I otherwise. */
const elsewhere = (name: string, env: Readonly<Record<string, string>>): StaticCheck => ({
  name,
  run: () =>
    runCommand('vitest', ['run', '--project', 'unit', ...PLACE_DEPENDENT.map((area) => `test/${area}/`)], {
      env: { NO_COLOR: '1', ...env },
    }),
})

/** All that can be said about the code without running it, and what should not depend on where it runs. */
const staticChecks: readonly StaticCheck[] = [
  command('types', 'tsc', '--noEmit'),
  command('lint and format', 'biome', 'check', '.'),
  command(
    'import rules',
    'depcruise',
    '--config',
    '.dependency-cruiser.cjs',
    'contracts',
    'functions',
    'packages',
    'infra',
    'test',
  ),
  command('dead code', 'knip', '--no-progress'),
  upToDate('contracts/openapi.json', 'packages/local/src/generate/openapi.ts'),
  upToDate('contracts/src/operations.json', 'packages/local/src/generate/openapi.ts'),
  upToDate('contracts/scheme.schema.json', 'packages/local/src/generate/schemeSchema.ts'),
  elsewhere('dates and texts in New York, in Turkish', { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' }),
  elsewhere('dates and texts in Shanghai', { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' }),
]

/** Runs them all, prints a line for each and what the failing ones said; each counts as one test. */
export async function runStaticChecks(): Promise<Tally> {
  let { passed, failed } = noTests
  for (const { name, run } of staticChecks) {
    const { exitCode, output } = await step(
      name,
      run,
      () => '',
      (outcome) => outcome.exitCode === 0,
    )
    if (exitCode === 0) passed += 1
    else {
      failed += 1
      console.log(`${lastLines(output, 60)}\n`)
    }
  }
  return { passed, failed, skipped: 0 }
}
