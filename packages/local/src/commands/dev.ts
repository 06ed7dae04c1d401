import { askedToStop } from '../askedToStop.ts'
import { DEFAULT_PORT } from '../emulator.ts'
import { bringUp } from '../localStack.ts'
import { inWorkFolder } from '../paths.ts'
import { runMain, step } from '../progress.ts'
import { startReverseProxy } from '../reverseProxy.ts'
import { seed, seedLater } from '../seed/seed.ts'
import { serveConsole } from '../serveConsole.ts'
import type { StackFacts } from '../stackFacts.ts'
import { projectorIo, rebuildWhole } from './rebuild.ts'

/** With `ANJIE_PORT`, these let a second checkout run beside the first. */
const CONSOLE_PORT = Number(process.env['ANJIE_CONSOLE_PORT'] ?? 5173)
const PUBLIC_SITE_PORT = Number(process.env['ANJIE_PUBLIC_PORT'] ?? 5174)

/** Everything on this machine: `pnpm dev`, or `pnpm dev --fresh` to begin with nothing. Ctrl-C ends what it started. */
async function dev(): Promise<number> {
  const begun = performance.now()
  const port = Number(process.env['ANJIE_PORT'] ?? DEFAULT_PORT)
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  const asked = askedToStop()
  void asked.then(async () => {
    console.log('\nStopping …')
    await stopAll()
    // Asked to stop, and stopped: whatever was still starting does not go on.
    process.exit(0)
  })
  console.log('安阶 Anjie')
  try {
    const { emulator, facts } = await bringUp({
      use: 'dev',
      port,
      stateFolder: inWorkFolder(`state/${port}`),
      fresh: process.argv.includes('--fresh'),
      mayReuse: true,
      consolePort: CONSOLE_PORT,
      publicSitePort: PUBLIC_SITE_PORT,
      onStarted: (stop) => stops.push(stop),
    })
    const { logIns, wasThere } = await step(
      'demo data',
      () => seed(facts, true),
      ({ summary }) => summary,
    )
    // A fact that was on its way to the lists when the endpoint was stopped would never arrive.
    if (wasThere && emulator.startedHere)
      await step('lists from the facts', () => rebuildWhole({ kind: 'local', stack: 'dev' }, true, projectorIo))
    await step('public site', async () => stops.push((await startReverseProxy(PUBLIC_SITE_PORT, facts.publicUrl)).stop))
    await step('console', async () => stops.push((await serveConsole(facts, 'source')).stop))

    console.log(`\nReady after ${((performance.now() - begun) / 1000).toFixed(0)} s\n`)
    console.log(`  Console 办公端        ${facts.consoleOrigin}`)
    console.log(`  Public site 公开网站  ${facts.publicOrigin}`)
    console.log(`  Outbox 发件箱         ${facts.consoleOrigin}/outbox`)
    console.log(`  API                   ${facts.consoleOrigin}/v1`)
    console.log(`  AWS endpoint          ${facts.endpoint}\n`)
    console.log('  Demo log-ins')
    for (const { who, userName, password } of logIns) console.log(`    ${userName.padEnd(34)} ${password}   ${who}`)
    console.log('\nCtrl-C stops it; the data stays. `pnpm dev --fresh` begins with nothing.')
    void bringYearIn(facts)
    await asked
    return 0
  } catch (error) {
    await stopAll()
    throw error
  }
}

/** What is too much to wait for: the disputes of a whole year come in while people look round. */
async function bringYearIn(facts: StackFacts): Promise<void> {
  const begun = performance.now()
  try {
    const summary = await seedLater(facts, (message) => console.log(`  … a year of disputes  ${message}`))
    console.log(`  ✔ a year of disputes  ${((performance.now() - begun) / 1000).toFixed(0)} s  ${summary}`)
  } catch (error) {
    console.log(`  ✘ a year of disputes; the next start goes on: ${error instanceof Error ? error.message : error}`)
  }
}

await runMain(dev)
