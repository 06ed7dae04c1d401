import { execFileSync } from 'node:child_process'

const LAUNCHERS = /(^|[/ ])(npx|npm|pnpm|node|sh)([ .]|$)/
const LOOK_AGAIN_MILLISECONDS = 500

/**
 * Resolves once: at Ctrl-C, at SIGTERM or when the terminal closes, and when one of the programs that started this one is gone.
 * `npx` passes no SIGTERM on: it ends, and what it started would go on for ever, with unsaved state and nobody to stop it.
 */
export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    const launchers = launchersOf(process.ppid)
    const looking = setInterval(() => {
      if (launchers.every(isAlive)) return
      clearInterval(looking)
      resolve()
    }, LOOK_AGAIN_MILLISECONDS)
    looking.unref()
  })

/** The line of package runners above this process, nearest first; it ends at the shell or program that is not one of them. */
function launchersOf(parent: number): readonly number[] {
  const processes = new Map(
    execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
      .split('\n')
      .flatMap((line) => {
        const found = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
        return found === null
          ? []
          : [[Number(found[1]), { parent: Number(found[2]), command: found[3] ?? '' }] as const]
      }),
  )
  const launchers: number[] = []
  for (let pid = parent; pid > 1; ) {
    const found = processes.get(pid)
    // `sh -c …` belongs to a runner; a shell without it is somebody's own.
    if (found === undefined || !LAUNCHERS.test(found.command) || /(^|\/)sh$/.test(found.command)) break
    launchers.push(pid)
    pid = found.parent
  }
  return launchers
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is alive as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
