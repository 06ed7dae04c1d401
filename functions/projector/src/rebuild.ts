import { inParallel } from './inParallel.ts'
import { projectFact } from './projectFact.ts'
import type { PartReader } from './projections/releasedDocuments.ts'
import type { ProjectionTables, StoredKey } from './projectionTables.ts'
import { readFact } from './readFact.ts'
import { compareOrders, keyOf, type Write } from './write.ts'

export interface RebuildReport {
  /** Facts read. */
  readonly facts: number
  /** Items written, markers of things taken out among them. */
  readonly written: number
  /** Items that no fact accounts for any more, and that were deleted. */
  readonly deleted: number
  /** Facts that could not be read or projected, by their id; everything else was. */
  readonly parked: readonly string[]
}

export interface RebuildSources {
  readonly tables: ProjectionTables
  /** Every stored fact, as stored; those of one record in the order of their versions. Read consistently. */
  readonly facts: () => AsyncIterable<{ readonly id: string; readonly read: () => unknown | Promise<unknown> }>
  readonly parts: PartReader
  readonly onParked: (id: string, error: unknown) => void
}

const FACTS_AT_ONCE = 400
const WRITES_AT_ONCE = 25

/**
 * Makes every projected item anew from the facts and deletes what none of them accounts for.
 *
 * People go on reading and writing meanwhile, so nothing is emptied first. The inventory is taken before the facts are read:
 * whatever stands in it was made by a fact that the reading below will meet, and whatever a newer fact adds is not in it.
 */
export async function rebuild({ tables, facts, parts, onParked }: RebuildSources): Promise<RebuildReport> {
  const leftOver = new Map<string, StoredKey>()
  for (const table of ['views', 'public'] as const) {
    for await (const key of tables.inventory(table)) leftOver.set(keyOf(key), key)
  }
  const seen = new Map(Array.from(leftOver, ([key, stored]) => [key, stored.order]))

  let read = 0
  let written = 0
  const parked: string[] = []
  let latest = new Map<string, Write>()
  const flush = async (): Promise<void> => {
    const writes = latest
    latest = new Map()
    await inParallel(writes, WRITES_AT_ONCE, async ([key, write]) => {
      if (await tables.overwrite(write, seen.get(key))) written += 1
      // From now on the item is ours: only a higher order may replace it.
      seen.delete(key)
      leftOver.delete(key)
    })
  }

  for await (const stored of facts()) {
    read += 1
    try {
      const fact = readFact(await stored.read())
      if (fact === undefined) continue
      for (const write of await projectFact(fact, parts)) {
        const before = latest.get(keyOf(write))
        if (before === undefined || compareOrders(before.order, write.order) < 0) latest.set(keyOf(write), write)
      }
    } catch (error) {
      parked.push(stored.id)
      onParked(stored.id, error)
    }
    if (read % FACTS_AT_ONCE === 0) await flush()
  }
  await flush()

  let deleted = 0
  await inParallel(leftOver.values(), WRITES_AT_ONCE, async (key) => {
    if (await tables.remove(key)) deleted += 1
  })
  return { facts: read, written, deleted, parked }
}
