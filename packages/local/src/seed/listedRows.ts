import { setTimeout as wait } from 'node:timers/promises'

const ASKS_EVERY_MS = 200
const GIVEN_UP_MS = 60_000

/** Rows of a list once they are as they must be: lists follow the records by about a second. */
export async function listedRows<R>(
  ask: () => Promise<{ readonly rows: readonly R[] }>,
  wanted: (row: R) => boolean,
  count: number,
): Promise<readonly R[]> {
  const until = Date.now() + GIVEN_UP_MS
  for (;;) {
    const rows = (await ask()).rows.filter(wanted)
    if (rows.length === count) return rows
    if (Date.now() > until) throw new Error(`${count} rows were to be listed, ${rows.length} are`)
    await wait(ASKS_EVERY_MS)
  }
}
