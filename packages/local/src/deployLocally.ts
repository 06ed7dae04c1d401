import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { CloudFormationClient, DeleteStackCommand } from '@aws-sdk/client-cloudformation'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { clientOptions, type Emulator, emulatorEnvironment, localRegion } from './emulator.ts'
import { inProject, inWorkFolder, projectRoot } from './paths.ts'
import { mustRun, StepFailed } from './runCommand.ts'
import { type StackFacts, stackFactsOf } from './stackFacts.ts'
import { describeStack, StackOutputs } from './stackOutputs.ts'

const STACK = 'Anjie'
const COMPLETE = new Set(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'])

export interface LocalDeployment {
  readonly emulator: Emulator
  /** Where browsers will find the two sites; the API and the sign-in take no other origin. */
  readonly origins: { readonly console: string; readonly publicSite: string }
  /** Remembers what was deployed here, so that an unchanged stack is not deployed again. */
  readonly stateFolder: string
}

export interface Deployed {
  readonly facts: StackFacts
  /** False when nothing had changed since the last time. */
  readonly changed: boolean
}

/** Gives the account the bucket that deployments go through, unless it has it. Needs neither the bundles nor our app. */
export async function ensureBootstrapped({ url }: Emulator): Promise<void> {
  if ((await describeStack(new CloudFormationClient(clientOptions(url)), 'CDKToolkit')) !== undefined) return
  const { Account } = await new STSClient(clientOptions(url)).send(new GetCallerIdentityCommand({}))
  // From a folder without a cdk.json, so that it does not wait for the synthesis of our app.
  await mustRun('cdk', ['bootstrap', `aws://${Account}/${localRegion()}`], {
    env: { ...emulatorEnvironment(url), ...QUIET_CDK },
    cwd: inWorkFolder('.'),
  })
}

/** Deploys the stack. The account is bootstrapped and the bundles are there already. */
export async function deployLocally({ emulator, origins, stateFolder }: LocalDeployment): Promise<Deployed> {
  const cloudFormation = new CloudFormationClient(clientOptions(emulator.url))
  const env = { ...emulatorEnvironment(emulator.url), ...QUIET_CDK }
  await mkdir(stateFolder, { recursive: true })
  const fingerprint = await fingerprintOf([origins.console, origins.publicSite])
  const fingerprintFile = `${stateFolder}/deployed.sha256`
  const before = await describeStack(cloudFormation, STACK)
  const unchanged =
    before !== undefined &&
    COMPLETE.has(before.status) &&
    (await readFile(fingerprintFile, 'utf8').catch(() => '')) === fingerprint
  if (!unchanged) {
    if (before !== undefined && !COMPLETE.has(before.status)) await removeLeftover(cloudFormation)
    await mustRun(
      'cdk',
      [
        'deploy',
        STACK,
        ...['--context', 'stage=local'],
        ...['--context', `consoleOrigin=${origins.console}`],
        ...['--context', `publicOrigin=${origins.publicSite}`],
        ...['--output', `${stateFolder}/cdk.out`],
        ...['--require-approval', 'never'],
        ...['--progress', 'events'],
      ],
      { env },
    ).catch((error: unknown) => {
      throw before !== undefined && error instanceof StepFailed ? withAdvice(error) : error
    })
    await writeFile(fingerprintFile, fingerprint)
  }
  const { outputs = {} } = (await describeStack(cloudFormation, STACK)) ?? {}
  return { facts: stackFactsOf(emulator, localRegion(), StackOutputs.parse(outputs)), changed: !unchanged }
}

const QUIET_CDK = {
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: 'true',
  CI: 'true',
} as const

/** Some properties cannot be changed in place; real data would need a plan then, demo data only a new beginning. */
const withAdvice = (error: StepFailed): StepFailed =>
  new StepFailed(`${error.message}\n\nIf something cannot be changed in place, begin with nothing: pnpm dev --fresh`)

/** A first deployment that broke off leaves a stack that can only be deleted. */
async function removeLeftover(cloudFormation: CloudFormationClient): Promise<void> {
  await cloudFormation.send(new DeleteStackCommand({ StackName: STACK }))
  for (let tries = 0; tries < 120; tries += 1) {
    const left = await describeStack(cloudFormation, STACK)
    if (left === undefined) return
    if (left.status === 'DELETE_FAILED') break
    await wait(500)
  }
  throw new StepFailed(
    `A stack that was left half made could not be deleted. Start again from nothing: pnpm dev --fresh`,
  )
}

/** Everything that the deployed stack is made of: its bundles, its description, and the versions of what builds it. */
async function fingerprintOf(context: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(context))
  const files = [inProject('cdk.json'), inProject('pnpm-lock.yaml')]
  for await (const file of glob(['infra/{bin,lib}/**/*.ts', 'infra/dist/*/*.mjs'], { cwd: projectRoot })) {
    files.push(inProject(file))
  }
  for (const file of files.sort()) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}
