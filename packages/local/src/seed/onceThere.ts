import { setTimeout as wait } from 'node:timers/promises'
import { Refused } from '../apiClient.ts'

const ASKS_EVERY_MS = 300
const GIVEN_UP_MS = 2 * 60_000

/** Asks until there is an answer; says what it waited for when it gives up. */
export async function onceIs<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + GIVEN_UP_MS
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`the demo waited for ${what}`)
    await wait(ASKS_EVERY_MS)
  }
}

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

/** Lists lag their records by about a second: asked again until there is an answer. */
export async function once<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let asked = 0; asked < 100; asked++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await wait(ASKS_EVERY_MS)
  }
  throw new Error(`the demo waits for ${what}, which does not come`)
}
