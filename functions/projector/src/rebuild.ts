import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { inParallel } from '@anjie/kernel'
import type { PartReader } from '@anjie/projections/partReader'
import { projectFact } from '@anjie/projections/projectFact'
import { countyOfRow } from '@anjie/projections/public/sheets/countyOfRow'
import { readFact } from '@anjie/projections/readFact'
import { compareOrders, keyOf, type Write } from '@anjie/projections/write'
import { factsIn, type LoggedItem } from './factLog.ts'
import type { ItemKey, ProjectionTables } from './projectionTables.ts'
import { isMadeOfRows } from './refreshSheet.ts'

/**
 * How far a rebuild has come. It is kept between its pieces, so that one which was stopped anywhere goes on where it was: a piece that is
 * done twice ends in the same tables.
 */
export interface RebuildProgress {
  /** When it began; what it makes is marked with this instant, and so is told from what stood there before. */
  readonly start: string
  /** `facts`: making; `sweep`: deleting what no fact accounts for; `again`: making once more; `sheets`: the public's lists. */
  readonly phase: 'facts' | 'sweep' | 'again' | 'sheets' | 'done'
  /** Where the phase goes on. */
  readonly after?: RebuildPlace
  /** Facts read. */
  readonly facts: number
  /** Items written, markers of things taken out among them. */
  readonly written: number
  /** Items that no fact accounts for any more, and that were deleted. */
  readonly deleted: number
  /** Facts that could not be read, projected or stored, by their id; everything else was. While there are any, nothing is deleted. */
  readonly parked: readonly string[]
  /** Something stood there under an order that no fact has; after it is gone, its facts are projected once more. */
  readonly wronglyHigh: boolean
  /** Whose sheets are to be made. */
  readonly counties: readonly string[]
}

export type RebuildPlace =
  | { readonly fact: ItemKey }
  | { readonly table: 'views' | 'public'; readonly item?: ItemKey }
  | { readonly county: string }

/** Some of the table's facts, all of each record that begins among them, and where to go on. */
export interface FactPage {
  readonly items: AsyncIterable<LoggedItem> | Iterable<LoggedItem>
  readonly next: ItemKey | undefined
}

export interface RebuildSources {
  readonly tables: ProjectionTables
  /** The facts after a place in the table; those of one record in the order of their versions. Read consistently. */
  readonly factPage: (after: ItemKey | undefined) => Promise<FactPage>
  readonly parts: PartReader
  readonly refreshSheet: (county: CountyCode) => Promise<void>
  readonly onParked: (id: string, error: unknown) => void
}

const FACTS_AT_ONCE = 400
const WRITES_AT_ONCE = 25
const SHEETS_AT_ONCE = 4
/** Named in the answer; more of them are counted in the log. */
const PARKED_NAMED = 200
/** What was written so shortly before the start is left for the next time: clocks differ. */
const LEFT_MILLISECONDS = 5 * 60 * 1000

export const newRebuild = (start: string): RebuildProgress => ({
  start,
  phase: 'facts',
  facts: 0,
  written: 0,
  deleted: 0,
  parked: [],
  wronglyHigh: false,
  counties: [],
})

/**
 * One piece of a rebuild, which makes every projected item anew from the facts and deletes what none of them accounts for.
 *
 * People go on reading and writing meanwhile, so nothing is emptied first: a row is covered by its own successor, and what is left
 * over goes at the end. Whatever a newer fact adds meanwhile bears a later instant than the rebuild and stays. A fact that fails is
 * parked and the rest goes on; what it made before may still be the best there is, so then nothing is deleted. A piece holds some
 * hundred facts in memory, however many there are.
 */
export async function rebuildPiece(sources: RebuildSources, progress: RebuildProgress): Promise<RebuildProgress> {
  switch (progress.phase) {
    case 'facts':
    case 'again':
      return makeSome(sources, progress)
    case 'sweep':
      return sweepSome(sources, progress)
    case 'sheets':
      return makeSheets(sources, progress)
    case 'done':
      return progress
  }
}

async function makeSome(sources: RebuildSources, progress: RebuildProgress): Promise<RebuildProgress> {
  const { start, phase, after } = progress
  const page = await sources.factPage(after !== undefined && 'fact' in after ? after.fact : undefined)
  const made = await project(sources, page, (write) =>
    phase === 'again' ? sources.tables.apply(write) : sources.tables.overwrite(write, start),
  )
  const next: RebuildProgress = {
    ...progress,
    facts: progress.facts + (phase === 'again' ? 0 : made.facts),
    written: progress.written + made.written,
    parked: [...new Set([...progress.parked, ...made.parked])].slice(0, PARKED_NAMED),
    counties: [...new Set([...progress.counties, ...made.counties])].sort(),
  }
  if (page.next !== undefined) return { ...next, after: { fact: page.next } }
  const isSwept = phase === 'again' || next.parked.length > 0
  return isSwept ? at(next, 'sheets') : { ...at(next, 'sweep'), after: { table: 'views' } }
}

async function sweepSome({ tables }: RebuildSources, progress: RebuildProgress): Promise<RebuildProgress> {
  const { after, start } = progress
  const table = after !== undefined && 'table' in after ? after.table : 'views'
  const from = after !== undefined && 'table' in after ? after.item : undefined
  const before = new Date(Date.parse(start) - LEFT_MILLISECONDS).toISOString()
  const page = await tables.madeBefore(table, before, from)
  const items = page.items.filter((item) => !isMadeOfRows(item))
  // Its facts were refused because of its order, which none of them has: it would outlive every later one. That they are to be
  // projected once more is noted before it goes.
  const isWronglyHigh = ({ refusedIn }: (typeof items)[number]): boolean => refusedIn === start
  if (!progress.wronglyHigh && items.some(isWronglyHigh)) return { ...progress, wronglyHigh: true }
  let { deleted } = progress
  await inParallel(items, WRITES_AT_ONCE, async (item) => {
    if ((await tables.remove(item)) && !isWronglyHigh(item)) deleted += 1
  })
  const { next } = page
  const swept = { ...progress, deleted }
  if (next !== undefined) return { ...swept, after: { table, item: next } }
  if (table === 'views') return { ...swept, after: { table: 'public' } }
  return at(swept, progress.wronglyHigh ? 'again' : 'sheets')
}

async function makeSheets({ refreshSheet }: RebuildSources, progress: RebuildProgress): Promise<RebuildProgress> {
  const { after, counties } = progress
  const begun = after !== undefined && 'county' in after ? after.county : ''
  const some = counties.filter((county) => county > begun).slice(0, SHEETS_AT_ONCE)
  await inParallel(some, SHEETS_AT_ONCE, (county) => refreshSheet(CountyCode.parse(county)))
  const last = some.at(-1)
  return last === undefined ? at(progress, 'done') : { ...progress, after: { county: last } }
}

/** At the beginning of a phase. */
function at({ after: _after, ...progress }: RebuildProgress, phase: RebuildProgress['phase']): RebuildProgress {
  return { ...progress, phase }
}

/** Projects some facts; of several writes to one item only the highest is stored. */
async function project(
  { parts, onParked }: RebuildSources,
  page: FactPage,
  store: (write: Write) => Promise<boolean>,
): Promise<{ facts: number; written: number; parked: ReadonlySet<string>; counties: ReadonlySet<string> }> {
  const parked = new Set<string>()
  const counties = new Set<string>()
  const park = (id: string, error: unknown): void => {
    parked.add(id)
    onParked(id, error)
  }
  let facts = 0
  let written = 0
  let latest = new Map<string, { readonly write: Write; readonly from: string }>()
  const flush = async (): Promise<void> => {
    const writes = latest
    latest = new Map()
    await inParallel(writes.values(), WRITES_AT_ONCE, async ({ write, from }) => {
      try {
        if (await store(write)) written += 1
      } catch (error) {
        park(from, error)
      }
    })
  }
  for await (const stored of factsIn(page.items)) {
    facts += 1
    try {
      const { writes, failures } = await projectFact(readFact(stored.read()), parts)
      for (const failure of failures) park(stored.id, failure)
      for (const write of writes) {
        const key = keyOf(write)
        const county = countyOfRow(write)
        if (county !== undefined) counties.add(county)
        const known = latest.get(key)
        if (known === undefined || compareOrders(known.write.order, write.order) <= 0)
          latest.set(key, { write, from: stored.id })
      }
    } catch (error) {
      park(stored.id, error)
    }
    if (facts % FACTS_AT_ONCE === 0) await flush()
  }
  await flush()
  return { facts, written, parked, counties }
}
