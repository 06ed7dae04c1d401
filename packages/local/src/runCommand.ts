import { spawn } from 'node:child_process'
import { childPath, projectRoot } from './paths.ts'

export interface CommandOutcome {
  readonly exitCode: number
  /** Standard output and standard error in the order in which they came. */
  readonly output: string
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Called for each line as it comes. */
  readonly onLine?: (line: string) => void
}

/** Runs one command to its end. A command that cannot be started has exit code 127 and the reason as its output. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: { ...process.env, PATH: childPath(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let unfinished = ''
    const take = (chunk: string) => {
      output += chunk
      const lines = (unfinished + chunk).split('\n')
      unfinished = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }))
    child.on('close', (code) => {
      if (unfinished !== '') options.onLine?.(unfinished)
      resolve({ exitCode: code ?? 1, output })
    })
  })
}

/** Runs a command that talks with the person at the keyboard itself. */
export function runAttached(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, PATH: childPath(), ...env },
      stdio: 'inherit',
    })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a command that must succeed; throws `StepFailed` with the last lines of its output otherwise. */
export async function mustRun(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { exitCode, output } = await runCommand(command, args, options)
  if (exitCode !== 0) {
    throw new StepFailed(`${command} ${args.join(' ')} ended with ${exitCode}\n${lastLines(output, 40)}`)
  }
  return output
}

/** A step could not be done for a reason that the person at the keyboard can act on; its message is all that is shown. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed'
}

export const lastLines = (text: string, count: number): string => text.trimEnd().split('\n').slice(-count).join('\n')
