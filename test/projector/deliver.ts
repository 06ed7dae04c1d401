import { continueRebuild, type RebuildBook } from '@anjie/function-projector/continueRebuild'
import type { ProjectionTables } from '@anjie/function-projector/projectionTables'
import { projectStream, type StreamTargets } from '@anjie/function-projector/projectStream'
import type { RebuildProgress, RebuildSources } from '@anjie/function-projector/rebuild'
import { refreshSheet } from '@anjie/function-projector/refreshSheet'
import type { PartReader } from '@anjie/projections/partReader'
import { chainFact, factItem } from '@anjie/store/factItem'
import { recordPk } from '@anjie/store/keys'
import { stateItem } from '@anjie/store/stateItem'
import type { Item } from '@anjie/store/tables'
import type { SampleFact } from './sampleFacts.ts'

type StreamEvent = Parameters<typeof projectStream>[0]
type StreamRecord = StreamEvent['Records'][number]
type AttributeValue = NonNullable<NonNullable<StreamRecord['dynamodb']>['NewImage']>[string]

/** What one fact leaves in the records table: the state's item, with the one before in the stream, and its own. */
export interface Delivery {
  readonly image: Item
  readonly former?: Item
  readonly logged: Item
}

/** The items of these facts; a fact whose record has the one before among them follows on it. */
export function deliveriesOf(facts: readonly SampleFact[]): Delivery[] {
  const images = new Map<string, { readonly item: Item; readonly after: unknown; readonly hash: string }>()
  return facts.map((given) => {
    const pk = recordPk(given.kind, given.recordId)
    if (pk === undefined) throw new Error(`no such record can be: ${given.recordId}`)
    const former = images.get(`${pk}${given.version - 1}`)
    const fact = chainFact({ ...given, before: former?.after, previousHash: former?.hash ?? '' })
    const image = stateItem(pk, fact, given.after)
    images.set(`${pk}${given.version}`, { item: image, after: given.after, hash: fact.hash })
    return { image, logged: factItem(pk, fact), ...(former === undefined ? {} : { former: former.item }) }
  })
}

export function deliveryOf(fact: SampleFact): Delivery {
  const [delivery] = deliveriesOf([fact])
  if (delivery === undefined) throw new Error('one fact makes one delivery')
  return delivery
}

const attribute = (value: string | number | Uint8Array): AttributeValue => {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  return { B: Buffer.from(value).toString('base64') }
}

const attributes = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)]))

type Change = 'INSERT' | 'MODIFY' | 'REMOVE'

/** A record of the stream: what an item is now (nothing where it was removed) and what it was. */
export const streamRecord = (image: Item | undefined, former: Item | undefined, sequence: string): StreamRecord => {
  const eventName: Change = image === undefined ? 'REMOVE' : former === undefined ? 'INSERT' : 'MODIFY'
  return {
    eventID: sequence,
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: {
      SequenceNumber: sequence,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ...(image === undefined ? {} : { NewImage: attributes(image) }),
      ...(former === undefined ? {} : { OldImage: attributes(former) }),
    },
  }
}

export const noParts: PartReader = () => Promise.resolve(undefined)

export const refresher =
  (tables: ProjectionTables): StreamTargets['refreshSheet'] =>
  (county) =>
    refreshSheet({ tables, onUnreadable: () => {} }, county)

/** Invokes the projector with these records of the stream. `lying`: what else the records table holds. */
export function deliverRecords(
  Records: StreamRecord[],
  tables: ProjectionTables,
  given: {
    readonly parts?: PartReader
    readonly lying?: readonly Item[]
    readonly onTampered?: StreamTargets['onTampered']
  } = {},
): ReturnType<typeof projectStream> {
  // Of the invocation's context only the time that is left is ever looked at.
  const context = { getRemainingTimeInMillis: () => 60_000 } as Parameters<typeof projectStream>[1]
  return projectStream({ Records }, context, {
    tables,
    refreshSheet: refresher(tables),
    parts: given.parts ?? noParts,
    readItem: async ({ pk, sk }) => given.lying?.find((item) => item['pk'] === pk && item['sk'] === sk),
    onSkipped: () => {},
    onFailed: () => {},
    onTampered: given.onTampered ?? (() => {}),
  })
}

/** Invokes the projector with one batch, as the stream does: each state, and the fact that was written with it. */
export const deliver = (
  deliveries: readonly Delivery[],
  tables: ProjectionTables,
  parts: PartReader = noParts,
): ReturnType<typeof projectStream> =>
  deliverRecords(
    deliveries.flatMap(({ image, former, logged }, index) => [
      streamRecord(image, former, String(index)),
      streamRecord(logged, undefined, `${index} fact`),
    ]),
    tables,
    { parts },
  )

/** Rebuilds from these facts, which lie in the table record by record, version by version, three records a piece. */
export function rebuildFrom(
  deliveries: readonly Delivery[],
  tables: ProjectionTables,
  parts: PartReader = noParts,
): Promise<RebuildProgress> {
  const items = deliveries
    .map(({ logged }) => logged)
    .toSorted((one, other) => (keyText(one) < keyText(other) ? -1 : 1))
  return rebuildOf(items, tables, parts)
}

/** As `rebuildFrom`, in the order in which the table holds these items. */
export const rebuildOf = (
  items: readonly Item[],
  tables: ProjectionTables,
  parts: PartReader = noParts,
): Promise<RebuildProgress> =>
  continueRebuild(rebuildSources(items, tables, parts), rebuildBook(), {
    now: () => REBUILT,
    fresh: false,
    mayContinue: () => true,
  })

export const REBUILT = '2026-06-01T00:00:00.000Z'

const RECORDS_AT_ONCE = 3

export function rebuildSources(items: readonly Item[], tables: ProjectionTables, parts: PartReader): RebuildSources {
  const records = [...Map.groupBy(items, (item) => String(item['pk']))]
  return {
    tables,
    parts,
    refreshSheet: refresher(tables),
    onParked: () => {},
    factPage: async (after) => {
      const from = after === undefined ? 0 : records.findIndex(([pk]) => pk === after.pk) + 1
      const page = records.slice(from, from + RECORDS_AT_ONCE)
      const last = page.at(-1)?.[1].at(-1)
      return {
        items: page.flatMap(([, facts]) => facts),
        next:
          from + RECORDS_AT_ONCE >= records.length || last === undefined
            ? undefined
            : { pk: String(last['pk']), sk: String(last['sk']) },
      }
    },
  }
}

/** The progress of a rebuild in memory, as JSON keeps it. */
export function rebuildBook(): RebuildBook {
  let kept: string | undefined
  let order = 0
  return {
    read: async () => (kept === undefined ? undefined : { progress: JSON.parse(kept), seen: String(order) }),
    write: async (progress, seen) => {
      if (seen !== (kept === undefined ? undefined : String(order))) return undefined
      kept = JSON.stringify(progress)
      order += 1
      return String(order)
    },
  }
}

export async function* oneByOne<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

const keyText = (item: Item): string => `${item['pk']}${item['sk']}`
