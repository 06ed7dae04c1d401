import { StepFailed } from './runCommand.ts'

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs one step and prints a line for it: its name, how long it took, and what the step says about itself. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  about: (value: T) => string = () => '',
  isGood: (value: T) => boolean = () => true,
): Promise<T> {
  const begun = performance.now()
  const terminal = process.stdout.isTTY
  process.stdout.write(terminal ? `  … ${name}` : '')
  // Somebody who waits on a slow machine sees that it still works.
  const heartbeat = setInterval(
    () => {
      process.stdout.write(terminal ? `\r\u001b[2K  … ${name} ${seconds(begun)}` : `  … ${name} ${seconds(begun)}\n`)
    },
    terminal ? 1_000 : 15_000,
  )
  try {
    const value = await work()
    const detail = about(value)
    const mark = isGood(value) ? '✔' : '✘'
    process.stdout.write(
      `${terminal ? '\r\u001b[2K' : ''}  ${mark} ${name}  ${seconds(begun)}${detail === '' ? '' : `  ${detail}`}\n`,
    )
    return value
  } catch (error) {
    process.stdout.write(`${terminal ? '\r\u001b[2K' : ''}  ✘ ${name}  ${seconds(begun)}\n`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

/** Runs a command's main function; prints an expected failure as its message only, anything else with its stack. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (error instanceof StepFailed) console.error(`\n${error.message}`)
    else console.error(error)
    process.exitCode = 1
  }
}
