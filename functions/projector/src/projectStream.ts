import { inParallel } from '@anjie/kernel'
import { projectFact } from '@anjie/projections/projectFact'
import { readFact } from '@anjie/projections/readFact'
import type { PartReader } from '@anjie/projections/released/releasedDocuments'
import type { Write } from '@anjie/projections/write'
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { storedFact } from './factLog.ts'
import type { ProjectionTables } from './projectionTables.ts'
import { plainImage } from './streamImage.ts'

export interface StreamTargets {
  readonly tables: ProjectionTables
  readonly parts: PartReader
  readonly onSkipped: (id: string) => void
  readonly onFailed: (id: string, error: unknown) => void
}

const WRITES_AT_ONCE = 20

/**
 * Projects one batch of the stream and reports the records that failed; Lambda repeats from the first of them on, which
 * changes nothing for those that succeeded, and parks the one that keeps failing in the dead-letter queue.
 */
export const projectStream = (
  event: DynamoDBStreamEvent,
  context: Context,
  { tables, parts, onSkipped, onFailed }: StreamTargets,
): Promise<DynamoDBBatchResponse> =>
  processPartialResponse(
    event,
    async (record: DynamoDBRecord): Promise<void> => {
      const image = record.dynamodb?.NewImage
      const stored = image === undefined ? undefined : storedFact(plainImage(image))
      if (stored === undefined) return
      try {
        const fact = readFact(stored.read())
        if (fact === undefined) return onSkipped(stored.id)
        const { writes, failures } = await projectFact(fact, parts)
        const failed = [...failures, ...(await applyAll(writes, tables))]
        if (failed.length > 0) throw failed[0]
      } catch (error) {
        onFailed(stored.id, error)
        throw error
      }
    },
    new BatchProcessor(EventType.DynamoDBStreams),
    { context, throwOnFullBatchFailure: false },
  )

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
