import { setTimeout as wait } from 'node:timers/promises'
import { Refused } from '../apiClient.ts'

const ASKS_EVERY_MS = 300
const GIVEN_UP_MS = 2 * 60_000

/** An answer that lists and documents give about a second after the decision; until then it is not found. */
export async function onceThere<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + GIVEN_UP_MS
  for (;;) {
    try {
      return await ask()
    } catch (refusal) {
      if (!(refusal instanceof Refused) || refusal.problem.code !== 'not-found' || Date.now() > until) throw refusal
    }
    await wait(ASKS_EVERY_MS)
  }
}
