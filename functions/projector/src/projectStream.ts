import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { inParallel } from '@anjie/kernel'
import type { PartReader } from '@anjie/projections/partReader'
import { projectFact } from '@anjie/projections/projectFact'
import { countyOfRow } from '@anjie/projections/public/sheets/countyOfRow'
import { readFact } from '@anjie/projections/readFact'
import type { Write } from '@anjie/projections/write'
import { FACT_SK_PREFIX, factSk, PART_SK_PREFIX, STATE_SK } from '@anjie/store/keys'
import { factAround, isOfKnownKind, isStateItem } from '@anjie/store/stateItem'
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { coalesced } from './coalesced.ts'
import type { ProjectionTables } from './projectionTables.ts'
import { plainImage } from './streamImage.ts'

export interface StreamTargets {
  readonly tables: ProjectionTables
  readonly parts: PartReader
  /** Reads one item of the records table. */
  readonly readItem: (key: { readonly pk: string; readonly sk: string }) => Promise<Image | undefined>
  readonly onSkipped: (id: string) => void
  readonly onFailed: (id: string, error: unknown) => void
  /** Something that is written once was changed or removed, or a record disappeared. */
  /** Makes the public sheet of a county anew from its rows. */
  readonly refreshSheet: (county: CountyCode) => Promise<void>
  readonly onTampered: (id: string, event: 'MODIFY' | 'REMOVE') => void
}

type Image = Readonly<Record<string, unknown>>

const WRITES_AT_ONCE = 20

/**
 * Projects one batch of the stream and reports the records that failed; Lambda repeats from the first of them on, which
 * changes nothing for those that succeeded, and parks the one that keeps failing in the dead-letter queue.
 */
export const projectStream = (
  event: DynamoDBStreamEvent,
  context: Context,
  { tables, parts, readItem, refreshSheet, onSkipped, onFailed, onTampered }: StreamTargets,
): Promise<DynamoDBBatchResponse> => {
  const factItems = factItemsIn(event)
  // Titles of one naming come together: their counties' sheets are made anew once or twice for all of them.
  const refresh = coalesced(refreshSheet)
  return processPartialResponse(
    event,
    async (record: DynamoDBRecord): Promise<void> => {
      const { NewImage: image, OldImage: former } = record.dynamodb ?? {}
      const tampered = tamperedWith(record)
      if (tampered !== undefined) return onTampered(...tampered)
      const item = image === undefined ? undefined : plainImage(image)
      if (item === undefined || !isStateItem(item)) return
      const key = { pk: item.pk, sk: factSk(item.version) }
      const id = `${key.pk}${key.sk}`
      try {
        if (!isOfKnownKind(item)) return onSkipped(id)
        // Written in the same transaction, and so mostly in the same batch.
        const factItem = factItems.get(id) ?? (await readItem(key))
        if (factItem === undefined) throw new Error('the fact of this state is not there')
        const fact = readFact(factAround(item, former === undefined ? undefined : plainImage(former), factItem))
        const { writes, failures } = await projectFact(fact, parts)
        const failed = [...failures, ...(await applyAll(writes, tables))]
        if (failed.length > 0) throw failed[0]
        await Promise.all([...new Set(writes.flatMap((write) => countyOfRow(write) ?? []))].map(refresh))
      } catch (error) {
        onFailed(id, error)
        throw error
      }
    },
    new BatchProcessor(EventType.DynamoDBStreams),
    { context, throwOnFullBatchFailure: false },
  )
}

/** The items of facts in a batch, by partition and sort key. */
const factItemsIn = ({ Records }: DynamoDBStreamEvent): ReadonlyMap<string, Image> =>
  new Map(
    Records.flatMap(({ eventName, dynamodb }) => {
      const { pk, sk } = dynamodb?.NewImage ?? {}
      const isFact = eventName === 'INSERT' && sk?.S?.startsWith(FACT_SK_PREFIX) === true
      return isFact && dynamodb?.NewImage !== undefined ? [[`${pk?.S}${sk?.S}`, plainImage(dynamodb.NewImage)]] : []
    }),
  )

/**
 * Facts and side documents are written once, and states are never removed: IAM has no condition against overwriting, so this is
 * where it is seen. Receipts expire by themselves.
 */
function tamperedWith({ eventName, dynamodb }: DynamoDBRecord): [id: string, event: 'MODIFY' | 'REMOVE'] | undefined {
  if (eventName !== 'MODIFY' && eventName !== 'REMOVE') return undefined
  const { pk, sk } = dynamodb?.OldImage ?? dynamodb?.Keys ?? {}
  const name = sk?.S ?? ''
  const isWrittenOnce = name.startsWith(FACT_SK_PREFIX) || name.startsWith(PART_SK_PREFIX)
  const isLost = name === STATE_SK && eventName === 'REMOVE'
  return isWrittenOnce || isLost ? [`${pk?.S}${name}`, eventName] : undefined
}

/** Applies every write, whatever becomes of the others: one row that no table takes does not keep the rest from being read. */
async function applyAll(writes: readonly Write[], tables: ProjectionTables): Promise<readonly unknown[]> {
  const failures: unknown[] = []
  await inParallel(writes, WRITES_AT_ONCE, async (write) => {
    try {
      await tables.apply(write)
    } catch (error) {
      failures.push(error)
    }
  })
  return failures
}
