import { randomUUID } from 'node:crypto'
import { ImportOrder } from '@anjie/contracts/vocabulary/intake/importBatch'
import { settingsOf } from '@anjie/kernel'
import { importSessions } from '@anjie/store/aws/importSession'
import { kmsPartyDigests } from '@anjie/store/aws/kmsPartyDigests'
import { Logger } from '@aws-lambda-powertools/logger'
import { KMSClient } from '@aws-sdk/client-kms'
import type { SQSEvent } from 'aws-lambda'
import { importFile } from './importFile.ts'

const settings = settingsOf(
  process.env,
  ['RECORDS_TABLE', 'VIEWS_TABLE', 'FILES_BUCKET', 'IMPORT_ROLE_ARN', 'PARTY_KEY'],
  ['AWS_ENDPOINT_URL'],
)
const partyDigests = kmsPartyDigests(new KMSClient({}), settings.PARTY_KEY)
const logger = new Logger({ serviceName: 'importer' })
const openSession = importSessions({
  recordsTable: settings.RECORDS_TABLE,
  viewsTable: settings.VIEWS_TABLE,
  filesBucket: settings.FILES_BUCKET,
  roleArn: settings.IMPORT_ROLE_ARN,
  hasLocalEndpoint: settings.AWS_ENDPOINT_URL !== undefined,
})

/** Reads the file of one order. What fails is thrown: the queue brings it once more, and that delivery says that it was interrupted. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body, attributes } of Records) {
    const order = ImportOrder.parse(JSON.parse(body))
    const now = new Date().toISOString()
    const { store, fetchFile, removeFile } = await openSession(order.batchId, { correlationId: randomUUID(), now })
    const started = performance.now()
    const outcome = await importFile(order, {
      store,
      fetchFile,
      removeFile,
      partyDigests,
      deliveries: Number(attributes.ApproximateReceiveCount),
      now,
    })
    // The id tells nothing of what the file says, and no word of it is in the log.
    logger.info('imported', {
      batchId: order.batchId,
      attempt: order.attempt,
      outcome,
      milliseconds: Math.round(performance.now() - started),
      megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    })
  }
}
