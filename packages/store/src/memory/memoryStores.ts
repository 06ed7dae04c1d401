import type { Fact } from '@anjie/contracts/facts/envelope'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Standpoint } from '@anjie/domain/access/index'
import type { PartReader } from '@anjie/projections/partReader'
import { projectViews } from '@anjie/projections/projectViews'
import { readFact } from '@anjie/projections/readFact'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { LogIns } from '@anjie/use-cases/ports'
import { partKeys, recordPk } from '../keys.ts'
import { keptMemberships, type Memberships } from '../memberships.ts'
import { unpack } from '../packed.ts'
import { keptForGood } from '../record/kept.ts'
import type { Reach } from '../record/openRecords.ts'
import { createRecordStore } from '../recordStore.ts'
import { factAround, isStateItem } from '../stateItem.ts'
import { joiningAt, type Stores } from '../stores.ts'
import type { Item, Tables } from '../tables.ts'
import { type ViewItem, viewItemOf } from '../viewItems.ts'
import { type MemoryEvidenceFiles, memoryEvidenceFiles } from './memoryEvidenceFiles.ts'
import { memoryLogIns } from './memoryLogIns.ts'
import { type MemoryTables, type MemoryWrite, memoryTables } from './memoryTables.ts'
import { memoryTallies } from './memoryTallies.ts'

/** A fact with the record's state after it. */
export type RecordedFact = Fact & { readonly after: unknown }

export interface MemoryStores extends Stores {
  readonly tables: MemoryTables
  readonly evidence: MemoryEvidenceFiles
  readonly memberships: Memberships
  readonly logIns: LogIns
  /** Puts the post of a log-in without its record, for tests that are not about posts; a second one replaces the first. */
  putMembership(membership: Membership): void
  openPlatformStore(province: string, mark?: CommandMark): CommandStore
  /** Every fact that was recorded, in the order of recording. */
  recordedFacts(): readonly RecordedFact[]
}

export interface MemoryStoreOptions {
  readonly reach?: Reach
  /** What stands between the record stores and the tables: the bench counts there. */
  readonly through?: (tables: MemoryTables) => Tables
  /** Called with every line and document that is projected, and with what was there before. */
  readonly onProjected?: (item: ViewItem, former: Item | undefined) => void
  /** False where so much is recorded that facts are not kept a second time for `recordedFacts`. */
  readonly keepFacts?: boolean
}

/**
 * A whole store in memory: the same code as over DynamoDB, on other tables, with the lists projected at once instead of a
 * second later. For tests and for reckoning without a network.
 */
export function memoryStores(options: MemoryStoreOptions = {}): MemoryStores {
  const facts: RecordedFact[] = []
  const memberships = new Map<string, Membership>()
  const evidence = memoryEvidenceFiles()
  const rules = keptForGood<Scheme>()
  const keptParts = keptForGood<unknown>()

  const tallies = memoryTallies()
  const put = (view: ViewItem): void => {
    options.onProjected?.(view, tables.find('views', view))
    tables.putView(view)
  }

  const project = async (writes: readonly MemoryWrite[]): Promise<void> => {
    const factItems = new Map(
      writes.flatMap(({ item }) => (item['fact'] === undefined ? [] : [[item.pk, item] as const])),
    )
    const tallied = new Set<CountyCode>()
    for (const { item, former } of writes) {
      const factItem = factItems.get(item.pk)
      if (!isStateItem(item) || factItem === undefined) continue
      const around = factAround(item, former, factItem)
      if (options.keepFacts !== false) facts.push({ ...around.fact, after: around.after })
      const fact = readFact(around)
      for (const view of (await projectViews(fact, part)).map(viewItemOf)) put(view)
      if (fact.kind === 'title') for (const county of tallies.put(fact.after, fact.before)) tallied.add(county)
    }
    for (const county of tallied) for (const item of tallies.itemsOf(county)) put(item)
  }
  const tables = memoryTables(project)
  const asked = options.through?.(tables) ?? tables
  const part: PartReader = async (kind, id, { name, content }) => {
    const pk = recordPk(kind, id)
    const keys = pk === undefined ? [] : partKeys(kind, pk, name)
    const item = keys.map((key) => tables.find('records', key)).find((each) => each !== undefined)
    return item === undefined ? undefined : content.parse(unpack(item['part']))
  }

  const open = (from: Standpoint, mark?: CommandMark): CommandStore =>
    createRecordStore({
      tables: asked,
      from,
      rules,
      keptParts,
      ...(mark === undefined ? {} : { mark }),
      ...(options.reach === undefined ? {} : { reach: options.reach }),
    })

  const logIns = memoryLogIns()
  const held = keptMemberships(
    {
      logIns,
      posts: async (ids) =>
        open({ level: 'platform', province: provinceCodeOf(ids[0] ?? '') }).getMany('membership', ids),
    },
    // A test moves its own clock, and asks again at once.
    () => Number.POSITIVE_INFINITY,
  )

  return {
    tables,
    evidence,
    openUnitStore: open,
    openTenantStore: open,
    openOverseerStore: open,
    openPlatformStore: (province, mark) => open({ level: 'platform', province }, mark),
    evidenceFiles: () => evidence,
    openJoiningStore: (jurisdiction, mark) => open(joiningAt(jurisdiction), mark),
    logIns,
    memberships: {
      find: async (identity, freshness) => {
        const put = memberships.get(identity)
        return put === undefined ? held.find(identity, freshness) : [put]
      },
    },
    putMembership: (membership) => void memberships.set(membership.identity, membership),
    recordedFacts: () => [...facts],
  }
}
