import { mkdir, writeFile } from 'node:fs/promises'
import { bundleFunctions, describeBundles } from '@anjie/infra/bundle'
import { deployLocally, ensureBootstrapped } from './deployLocally.ts'
import { type Emulator, type EmulatorOptions, openEmulator } from './emulator.ts'
import { inWorkFolder } from './paths.ts'
import { step } from './progress.ts'
import { type StackFacts, type StackUse, stackFactsFile } from './stackFacts.ts'

export interface LocalStackOptions extends EmulatorOptions {
  readonly use: StackUse
  readonly consolePort: number
  readonly publicSitePort: number
  /** Called as soon as there is something to stop, so that breaking off in the middle leaves nothing behind. */
  readonly onStarted: (stop: () => Promise<void>) => void
}

/** Endpoint, bundles, deployment: the part that `dev` and `test` have in common, with a progress line for each step. */
export async function bringUp(options: LocalStackOptions): Promise<{ emulator: Emulator; facts: StackFacts }> {
  await mkdir(inWorkFolder('logs'), { recursive: true })
  const emulator = await step('local AWS endpoint', () => openEmulator(options), describeEmulator)
  options.onStarted(emulator.stop)
  await step(
    'bundle the functions, bootstrap the account',
    async () => {
      const [bundles] = await Promise.all([bundleFunctions(), ensureBootstrapped(emulator)])
      return bundles
    },
    describeBundles,
  )
  const { facts } = await step(
    'deploy the stack',
    () =>
      deployLocally({
        emulator,
        stateFolder: options.stateFolder,
        origins: {
          console: `http://localhost:${options.consolePort}`,
          publicSite: `http://localhost:${options.publicSitePort}`,
        },
      }),
    ({ changed }) => (changed ? '' : 'unchanged'),
  )
  await writeStackFacts(options.use, facts)
  return { emulator, facts }
}

export async function writeStackFacts(use: StackUse, facts: StackFacts): Promise<void> {
  await writeFile(stackFactsFile(use), `${JSON.stringify(facts, undefined, 2)}\n`)
}

const describeEmulator = ({ url, kind, startedHere }: Emulator): string =>
  startedHere
    ? `MiniStack on ${url}, IAM enforced`
    : `${kind === 'ministack' ? 'MiniStack' : 'LocalStack'} that was already running on ${url}`
