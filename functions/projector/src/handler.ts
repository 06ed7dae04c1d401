import { settingsOf } from '@anjie/kernel'
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { dynamoProjectionTables } from './dynamoProjectionTables.ts'
import { allFactItems, factsIn, itemReader, partReader } from './factLog.ts'
import { projectStream } from './projectStream.ts'
import { type RebuildReport, rebuild } from './rebuild.ts'

/** Invoked by hand (`anjie rebuild`) to make every projection anew. */
export interface RebuildRequest {
  readonly rebuild: true
}

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

/** Fills the lists, the released documents and the public table from the stream of facts. */
export async function handler(
  event: DynamoDBStreamEvent | RebuildRequest,
  context: Context,
): Promise<DynamoDBBatchResponse | RebuildReport> {
  logger.addContext(context)
  if ('rebuild' in event) {
    const report = await rebuild({
      tables,
      facts: () => factsIn(allFactItems(client, recordsTable)),
      parts,
      onParked: logFailure,
    })
    logger.info('rebuilt', { ...report })
    return report
  }
  const answer = await projectStream(event, context, {
    tables,
    parts,
    readItem,
    onSkipped: (fact) => logger.warn('fact of an unknown kind skipped', { fact }),
    onFailed: logFailure,
    // The stack raises an alarm on this very message.
    onTampered: (item, change) => logger.critical('history was tampered with', { item, change }),
  })
  logger.info('projected', { records: event.Records.length, failed: answer.batchItemFailures.length })
  return answer
}

/** A fact holds personal data: the log names the fact and the fault, never the content. */
function logFailure(fact: string, error: unknown): void {
  logger.error('fact could not be projected', { fact, reason: reasonOf(error) })
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('issues' in error && Array.isArray(error.issues)) {
    return error.issues
      .map(
        (issue: { path?: readonly PropertyKey[]; code?: string }) =>
          `${issue.path?.map(String).join('.') ?? ''} ${issue.code ?? ''}`,
      )
      .join('; ')
      .slice(0, 500)
  }
  return `${error.name}: ${error.message}`.slice(0, 500)
}
