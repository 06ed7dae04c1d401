import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const module = fileURLToPath(new URL('../../packages/local/src/askedToStop.ts', import.meta.url))
const waiting = `import { askedToStop } from ${JSON.stringify(module)}
const kept = setInterval(() => undefined, 1_000)
const asked = askedToStop()
process.stdout.write('up ' + process.pid + ' ')
await asked
process.stdout.write('stopped ')
clearInterval(kept)`
/** Like `npx`: starts the command, and passes no signal on. */
const runner = `import { spawn } from 'node:child_process'
spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(waiting)}], { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
setInterval(() => undefined, 1_000)`

let started: ChildProcess | undefined
let command: number | undefined
afterEach(() => {
  started?.kill('SIGKILL')
  try {
    if (command !== undefined) process.kill(command, 'SIGKILL')
  } catch {
    // It has ended, as it should.
  }
})

async function begin(source: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  started = child
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await expect.poll(() => /^up \d+ /.test(said), { timeout: 20_000 }).toBe(true)
  command = Number(said.split(' ')[1])
  return { child, said: () => said }
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('a command ends in good order at %s', async (signal) => {
  const { child, said } = await begin(waiting)
  child.kill(signal)
  await once(child, 'exit')
  expect(said()).toContain('stopped')
})

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a command ends in good order when the runner that started it got %s and passed nothing on',
  async (signal) => {
    const { child, said } = await begin(runner)
    child.kill(signal)
    await expect.poll(said, { timeout: 20_000 }).toContain('stopped')
  },
)
