import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { askedToStop } from '../askedToStop.ts'
import { findBrowser } from '../browser.ts'
import { emulatorEnvironment } from '../emulator.ts'
import { bringUp, writeStackFacts } from '../localStack.ts'
import { runMain, step } from '../progress.ts'
import { startReverseProxy } from '../reverseProxy.ts'
import { StepFailed } from '../runCommand.ts'
import { seed } from '../seed/seed.ts'
import { serveConsole } from '../serveConsole.ts'
import { stackFactsFile } from '../stackFacts.ts'
import { runStaticChecks } from '../staticChecks.ts'
import { addTallies, noTests, runVitest, type Tally } from '../vitestRun.ts'

const oneFailure: Tally = { passed: 0, failed: 1, skipped: 0 }

/**
 * Everything that can be tested: the static checks, the unit tests, and the whole system on an endpoint of its own that begins
 * with nothing and is gone afterwards, so that the data of `pnpm dev` is never touched. The last line counts it all.
 */
async function test(): Promise<number> {
  const begun = performance.now()
  let tally = noTests
  const count = (more: Tally) => {
    tally = addTallies(tally, more)
  }
  console.log('Static checks')
  count(await runStaticChecks())
  console.log('\nUnit tests')
  count(await runVitest('unit'))
  console.log('\nPublished answers, bundles, templates, foreign files')
  count(await runVitest('thorough'))
  console.log('\nThe deployed system')
  count(await testDeployed())
  const { passed, failed, skipped } = tally
  console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s${skipped === 0 ? '' : `, ${skipped} skipped`}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

async function testDeployed(): Promise<Tally> {
  const stateFolder = await mkdtemp(`${tmpdir()}/anjie-test-`)
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop()
    await rm(stateFolder, { recursive: true, force: true })
    // What it tells of is gone.
    await rm(stackFactsFile('test'), { force: true })
  }
  // Interrupted from outside: 130, so that a run that was cut off never counts as passed.
  void askedToStop()
    .then(stopAll)
    .then(() => process.exit(130))
  try {
    const browser = await step('browser', findBrowser, (search) =>
      search.found ? `${search.program} (${search.how})` : 'none',
    )
    const publicSitePort = await freePort()
    const { emulator, facts } = await bringUp({
      use: 'test',
      port: await freePort(),
      stateFolder,
      fresh: true,
      mayReuse: false,
      consolePort: await freePort(),
      publicSitePort,
      onStarted: (stop) => stops.push(stop),
    })
    await writeStackFacts('test', browser.found ? { ...facts, browser: browser.program } : facts)
    await step(
      'demo data',
      () => seed(facts),
      ({ summary }) => summary,
    )
    await step('public site', async () => stops.push((await startReverseProxy(publicSitePort, facts.publicUrl)).stop))
    await step('console', async () => stops.push((await serveConsole(facts, 'build')).stop))
    const counted = await runVitest('deployed', emulatorEnvironment(emulator.url))
    if (browser.found) return counted
    console.log(`\n${browser.advice}`)
    return addTallies(counted, oneFailure)
  } catch (error) {
    console.error(error instanceof StepFailed ? `\n${error.message}` : error)
    return oneFailure
  } finally {
    await stopAll()
  }
}

/** A port that nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

await runMain(test)
