import type { Fact } from '@anjie/contracts/facts/envelope'
import { storedFact } from '@anjie/function-projector/factLog'
import type { ProjectionTables } from '@anjie/function-projector/projectionTables'
import { projectStream } from '@anjie/function-projector/projectStream'
import { type RebuildReport, rebuild } from '@anjie/function-projector/rebuild'
import type { PartReader } from '@anjie/projections/released/releasedDocuments'
import { factItem } from '@anjie/store/factItem'
import { recordPk } from '@anjie/store/keys'

type StreamEvent = Parameters<typeof projectStream>[0]
type StreamRecord = StreamEvent['Records'][number]
type AttributeValue = NonNullable<NonNullable<StreamRecord['dynamodb']>['NewImage']>[string]

export type Item = Readonly<Record<string, string | number | Uint8Array>>

const attribute = (value: string | number | Uint8Array): AttributeValue => {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  return { B: Buffer.from(value).toString('base64') }
}

/** The item under which the store keeps a fact. */
export function itemOf(fact: Fact): Item {
  const pk = recordPk(fact.kind, fact.recordId)
  if (pk === undefined) throw new Error(`no such record can be: ${fact.recordId}`)
  return factItem(pk, fact)
}

export const streamRecord = (item: Item, sequence: number): StreamRecord => ({
  eventID: String(sequence),
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    SequenceNumber: String(sequence),
    StreamViewType: 'NEW_IMAGE',
    NewImage: Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)])),
  },
})

export const noParts: PartReader = () => Promise.resolve(undefined)

/** Invokes the projector with one batch of items, as the stream does. */
export function deliver(
  items: readonly Item[],
  tables: ProjectionTables,
  parts: PartReader = noParts,
): ReturnType<typeof projectStream> {
  // Of the invocation's context only the time that is left is ever looked at.
  const context = { getRemainingTimeInMillis: () => 60_000 } as Parameters<typeof projectStream>[1]
  return projectStream({ Records: items.map(streamRecord) }, context, {
    tables,
    parts,
    onSkipped: () => {},
    onFailed: () => {},
  })
}

/** Rebuilds from these facts, which lie in the table record by record, version by version. */
export function rebuildFrom(
  facts: readonly Item[],
  tables: ProjectionTables,
  parts: PartReader = noParts,
): Promise<RebuildReport> {
  const inTableOrder = facts.toSorted((one, other) => (keyText(one) < keyText(other) ? -1 : 1))
  return rebuild({
    tables,
    parts,
    onParked: () => {},
    facts: async function* () {
      for (const item of inTableOrder) {
        const stored = storedFact(item)
        if (stored !== undefined) yield stored
      }
    },
  })
}

const keyText = (item: Item): string => `${item['pk']}${item['sk']}`
