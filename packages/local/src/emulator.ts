import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { childPath, inProject, inWorkFolder, projectRoot } from './paths.ts'
import { ensureEmulatorPython } from './python.ts'
import { lastLines, StepFailed } from './runCommand.ts'

/** Which program answers: the guarantees that a test may expect of it differ. */
export type EmulatorKind = 'ministack' | 'localstack'

export interface Emulator {
  readonly url: string
  readonly kind: EmulatorKind
  /** False when the endpoint was already there: it is then used as it is and left running. */
  readonly startedHere: boolean
  /** Stops what was started here and waits until its state is on disk; does nothing otherwise. */
  readonly stop: () => Promise<void>
}

export interface EmulatorOptions {
  readonly port: number
  /** Where tables, objects and users are kept between starts. */
  readonly stateFolder: string
  /** Begin with nothing. */
  readonly fresh: boolean
  /** Use a healthy endpoint that already answers there. False: the port must be free. */
  readonly mayReuse: boolean
}

export const DEFAULT_PORT = 4566

/** The account and region of the local stack; any SDK wants credentials even here. */
export const localRegion = (): string => process.env['AWS_REGION'] ?? 'us-east-1'
export const localCredentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' } as const

/** The environment with which any AWS client (the CDK, the SDK, a script) talks to the emulator and to nothing else. */
export const emulatorEnvironment = (url: string): Record<string, string> => ({
  ...localCredentials,
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: '',
  AWS_REGION: localRegion(),
  AWS_DEFAULT_REGION: localRegion(),
  AWS_ENDPOINT_URL: url,
  // The path form works without the name resolution of bucket names under localhost.
  AWS_ENDPOINT_URL_S3: url,
  // An office's proxy has no way to this machine.
  NO_PROXY: [process.env['NO_PROXY'] ?? '', 'localhost', '127.0.0.1'].filter((host) => host !== '').join(','),
})

/** The same for an AWS client that is made in this process. */
export const clientOptions = (url: string) => ({
  endpoint: url,
  region: localRegion(),
  credentials: {
    accessKeyId: localCredentials.AWS_ACCESS_KEY_ID,
    secretAccessKey: localCredentials.AWS_SECRET_ACCESS_KEY,
  },
})

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/** What answers at this address, or undefined when nothing healthy does. */
export async function findEmulator(url: string): Promise<EmulatorKind | undefined> {
  if (await answers(`${url}/_ministack/health`)) return 'ministack'
  if (await answers(`${url}/_localstack/health`)) return 'localstack'
  return undefined
}

/**
 * Finds the endpoint that `AWS_ENDPOINT_URL` names or one that answers on the port; otherwise starts MiniStack,
 * bound to loopback, with IAM enforced.
 */
export async function openEmulator(options: EmulatorOptions): Promise<Emulator> {
  const named = (process.env['AWS_ENDPOINT_URL'] ?? '').replace(/\/$/, '')
  const isNamed = named !== ''
  const url = isNamed ? named : `http://localhost:${options.port}`
  const found = await findEmulator(url)
  if (found !== undefined && (options.mayReuse || isNamed)) {
    return { url, kind: found, startedHere: false, stop: async () => undefined }
  }
  if (isNamed) throw new StepFailed(`AWS_ENDPOINT_URL is ${url}, but no healthy endpoint answers there.`)
  if (found !== undefined) throw new StepFailed(`Port ${options.port} is taken by another endpoint.`)
  return startMinistack(url, options)
}

async function startMinistack(url: string, options: EmulatorOptions): Promise<Emulator> {
  const python = await ensureEmulatorPython()
  if (options.fresh) await rm(options.stateFolder, { recursive: true, force: true })
  mkdirSync(`${options.stateFolder}/objects`, { recursive: true })
  mkdirSync(inWorkFolder('logs'), { recursive: true })
  const logFile = inWorkFolder(`logs/emulator-${options.port}.log`)
  const log = openSync(logFile, 'w')
  const child = spawn(python, [inProject('packages/local/emulator/start_ministack.py')], {
    cwd: projectRoot,
    // A group of its own: Ctrl-C must reach this process first, which then ends the emulator in good order.
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      // Lambda functions run on the `node` of this PATH: the pinned one.
      PATH: childPath(),
      HOME: process.env['HOME'] ?? '',
      LANG: process.env['LANG'] ?? 'C.UTF-8',
      TMPDIR: process.env['TMPDIR'] ?? '/tmp',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(options.port),
      AUTH: 'true',
      PERSIST_STATE: '1',
      STATE_DIR: options.stateFolder,
      S3_DATA_DIR: `${options.stateFolder}/objects`,
      S3_PERSIST: '1',
      LOG_LEVEL: 'WARNING',
      MINISTACK_REGION: localRegion(),
      AWS_DEFAULT_REGION: localRegion(),
      NO_PROXY: 'localhost,127.0.0.1',
    },
  })
  const deadline = Date.now() + 60_000
  while ((await findEmulator(url)) === undefined) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stopProcess(child)
      const said = await readFile(logFile, 'utf8').catch(() => '')
      throw new StepFailed(`The local AWS endpoint did not start on port ${options.port}:\n${lastLines(said, 20)}`)
    }
    await wait(100)
  }
  return { url, kind: 'ministack', startedHere: true, stop: () => stopProcess(child) }
}

/** SIGTERM and wait: the emulator writes its state only when it ends in good order. */
async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const forced = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await ended
  clearTimeout(forced)
}
