import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { inParallel } from '@anjie/kernel'
import type { PartReader } from '@anjie/projections/partReader'
import { projectFact } from '@anjie/projections/projectFact'
import { countyOfRow } from '@anjie/projections/public/sheets/countyOfRow'
import { readFact } from '@anjie/projections/readFact'
import { compareOrders, keyOf, type Write } from '@anjie/projections/write'
import type { LoggedFact } from './factLog.ts'
import type { ProjectionTables, StoredKey } from './projectionTables.ts'

export interface RebuildReport {
  /** Facts read. */
  readonly facts: number
  /** Items written, markers of things taken out among them. */
  readonly written: number
  /** Items that no fact accounts for any more, and that were deleted. */
  readonly deleted: number
  /** Facts that could not be read, projected or stored, by their id; everything else was. While there are any, nothing is deleted. */
  readonly parked: readonly string[]
}

export interface RebuildSources {
  readonly tables: ProjectionTables
  /** Every fact; those of one record in the order of their versions. Read consistently. */
  readonly facts: () => AsyncIterable<LoggedFact>
  readonly parts: PartReader
  readonly refreshSheet: (county: CountyCode) => Promise<void>
  readonly onParked: (id: string, error: unknown) => void
}

const FACTS_AT_ONCE = 400
const WRITES_AT_ONCE = 25
const SHEETS_AT_ONCE = 4

/**
 * Makes every projected item anew from the facts and deletes what none of them accounts for.
 *
 * People go on reading and writing meanwhile, so nothing is emptied first. The inventory is taken before the facts are read:
 * whatever stands in it was made by a fact that the reading below will meet, and whatever a newer fact adds is not in it.
 * A fact that fails is parked and the rest goes on; what it made before may still be the best there is, so then nothing is deleted.
 */
export async function rebuild(sources: RebuildSources): Promise<RebuildReport> {
  const { tables } = sources
  const inventory = new Map<string, StoredKey>()
  for (const table of ['views', 'public'] as const) {
    for await (const key of tables.inventory(table)) if (!isMadeOfRows(key)) inventory.set(keyOf(key), key)
  }
  const first = await pass(sources, () => true)
  await inParallel(first.counties, SHEETS_AT_ONCE, sources.refreshSheet)

  if (first.parked.length > 0) return { facts: first.facts, written: first.written, deleted: 0, parked: first.parked }

  const leftOver: StoredKey[] = []
  const wronglyHigh: StoredKey[] = []
  for (const [key, stored] of inventory) {
    const order = first.orders.get(key)
    if (order === undefined) leftOver.push(stored)
    // No fact can have made this order: it would outlive every later fact.
    else if (compareOrders(stored.order, order) > 0) wronglyHigh.push(stored)
  }
  let deleted = 0
  await inParallel(leftOver, WRITES_AT_ONCE, async (key) => {
    if (await tables.remove(key)) deleted += 1
  })
  let { written } = first
  if (wronglyHigh.length > 0) {
    await inParallel(wronglyHigh, WRITES_AT_ONCE, tables.remove)
    const again = new Set(wronglyHigh.map(keyOf))
    written += (await pass(sources, (key) => again.has(key))).written
  }
  return { facts: first.facts, written, deleted, parked: first.parked }
}

/** Sheets follow from rows of the public table and not from facts. */
const isMadeOfRows = ({ table, pk }: StoredKey): boolean => table === 'public' && pk.startsWith('SHEET')

/** Projects every fact once and stores the writes whose key is wanted. */
async function pass({ tables, facts, parts, onParked }: RebuildSources, isWanted: (key: string) => boolean) {
  const orders = new Map<string, string>()
  const parked = new Set<string>()
  const park = (id: string, error: unknown): void => {
    parked.add(id)
    onParked(id, error)
  }
  const counties = new Set<CountyCode>()
  let read = 0
  let written = 0
  let latest = new Map<string, { readonly write: Write; readonly from: string }>()
  const flush = async (): Promise<void> => {
    const writes = latest
    latest = new Map()
    await inParallel(writes.values(), WRITES_AT_ONCE, async ({ write, from }) => {
      try {
        if (await tables.overwrite(write)) written += 1
      } catch (error) {
        park(from, error)
      }
    })
  }
  for await (const stored of facts()) {
    read += 1
    try {
      const fact = readFact(stored.read())
      const { writes, failures } = await projectFact(fact, parts)
      for (const failure of failures) park(stored.id, failure)
      for (const write of writes) {
        const key = keyOf(write)
        const county = countyOfRow(write)
        if (county !== undefined) counties.add(county)
        const before = orders.get(key)
        if (!isWanted(key) || (before !== undefined && compareOrders(before, write.order) > 0)) continue
        orders.set(key, write.order)
        latest.set(key, { write, from: stored.id })
      }
    } catch (error) {
      park(stored.id, error)
    }
    if (read % FACTS_AT_ONCE === 0) await flush()
  }
  await flush()
  return { facts: read, written, orders, counties, parked: [...parked] }
}
