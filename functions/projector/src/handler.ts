import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { faultPlaces } from '@anjie/contracts/vocabulary/faultText'
import { settingsOf } from '@anjie/kernel'
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { z } from 'zod'
import { continueRebuild } from './continueRebuild.ts'
import { dynamoProjectionTables } from './dynamoProjectionTables.ts'
import { dynamoRebuildBook } from './dynamoRebuildBook.ts'
import { allHistoryItems, factPages, itemReader, partitionReader, partReader } from './factLog.ts'
import { projectStream } from './projectStream.ts'
import type { RebuildProgress } from './rebuild.ts'
import { refreshSheet } from './refreshSheet.ts'
import { type AuditReport, verifyHistory } from './verifyHistory.ts'

/** Invoked by hand (`anjie rebuild`) to make every projection anew. */
export interface RebuildRequest {
  readonly rebuild: true
  /** Begins anew where another one was left unfinished. */
  readonly fresh?: boolean
}

/** What came of a call so far; one that is not done yet is called again. */
export type RebuildReport = Omit<RebuildProgress, 'counties' | 'after'>

/** A call of a rebuild answers after so long, so that whoever waits sees it go on. */
const CALL_MILLISECONDS = 20_000
/** Left over for the last piece of a call. */
const RESERVE_MILLISECONDS = 120_000

/** The stack's alarm listens for exactly these. */
const METRIC_NAMESPACE = 'Anjie'
const HISTORY_METRIC = 'BrokenHistory'

const logger = new Logger({ serviceName: 'projector' })
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } })
const settings = settingsOf(process.env, ['RECORDS_TABLE', 'VIEWS_TABLE', 'PUBLIC_TABLE'])
const recordsTable = settings.RECORDS_TABLE
const tables = dynamoProjectionTables(client, {
  views: settings.VIEWS_TABLE,
  public: settings.PUBLIC_TABLE,
})
const readItem = itemReader(client, recordsTable)
const parts = partReader(readItem)
const refresh = (county: CountyCode): Promise<void> =>
  refreshSheet({ tables, onUnreadable: (row) => logger.error('public row cannot be read', { row }) }, county)

/** Invoked daily and by hand (`anjie audit verify`) to check every record's history. */
export interface AuditRequest {
  readonly audit: true
}

/** Fills the lists, the released documents and the public table from the stream of facts. */
export async function handler(
  event: DynamoDBStreamEvent | RebuildRequest | AuditRequest,
  context: Context,
): Promise<DynamoDBBatchResponse | RebuildReport | AuditReport> {
  logger.addContext(context)
  if ('rebuild' in event) {
    const begun = Date.now()
    const progress = await continueRebuild(
      { tables, factPage: factPages(client, recordsTable), parts, refreshSheet: refresh, onParked: logFailure },
      dynamoRebuildBook(client, settings.VIEWS_TABLE),
      {
        now: () => new Date().toISOString(),
        fresh: event.fresh === true,
        mayContinue: () =>
          Date.now() - begun < CALL_MILLISECONDS && context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS,
      },
    )
    const { counties: _counties, after: _after, ...report } = progress
    logger.info('rebuilt', { ...report })
    return report
  }
  if ('audit' in event) {
    const report = await verifyHistory({
      items: () => allHistoryItems(client, recordsTable),
      itemsOf: partitionReader(client, recordsTable),
      onBroken: (item, reason) => raise(item, reason),
    })
    logger.info('verified', { records: report.records, facts: report.facts, broken: report.broken.length })
    return report
  }
  const answer = await projectStream(event, context, {
    tables,
    parts,
    readItem,
    refreshSheet: refresh,
    onSkipped: (fact) => logger.warn('fact of an unknown kind skipped', { fact }),
    onFailed: logFailure,
    onTampered: raise,
  })
  logger.info('projected', { records: event.Records.length, failed: answer.batchItemFailures.length })
  return answer
}

/** Written in the embedded metric format, by which CloudWatch counts it within seconds; the stack's alarm rings at the first one. */
function raise(item: string, reason: string): void {
  logger.critical('history does not agree with itself', {
    item,
    reason,
    [HISTORY_METRIC]: 1,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [
        {
          Namespace: METRIC_NAMESPACE,
          Dimensions: [[]],
          Metrics: [{ Name: HISTORY_METRIC, Unit: 'Count', StorageResolution: 1 }],
        },
      ],
    },
  })
}

/** A fact holds personal data: the log names the fact and the fault, never the content. */
function logFailure(fact: string, error: unknown): void {
  logger.error('fact could not be projected', { fact, reason: reasonOf(error) })
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error instanceof z.ZodError) return faultPlaces(error, 20).slice(0, 500)
  return `${error.name}: ${error.message}`.slice(0, 500)
}
