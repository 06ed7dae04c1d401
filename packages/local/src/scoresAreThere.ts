import { setTimeout as wait } from 'node:timers/promises'
import type { OPERATIONS } from '@anjie/contracts/operations/index'

type Scoring = (typeof OPERATIONS)['getScoring']['success']['body']['_zod']['output']

const ASKS_EVERY_MS = 300
const GIVEN_UP_MS = 10 * 60_000

/** Waits until a run that was asked for is complete. */
export async function scoresAreThere(ask: () => Promise<Scoring>, runId: string): Promise<void> {
  const until = Date.now() + GIVEN_UP_MS
  for (;;) {
    const { running, latestRun } = await ask()
    if (running === null && latestRun === runId) return
    if (Date.now() > until) throw new Error(`run ${runId} was asked for and is not there after ten minutes`)
    await wait(ASKS_EVERY_MS)
  }
}
