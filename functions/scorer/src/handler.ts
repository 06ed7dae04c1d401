import { randomUUID } from 'node:crypto'
import { settingsOf } from '@anjie/kernel'
import { digest, openPlatformStore } from '@anjie/store'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, DynamoDBStreamEvent } from 'aws-lambda'
import { cycleToScore } from './scoringStarted.ts'

const settings = settingsOf(process.env, ['RECORDS_TABLE', 'VIEWS_TABLE', 'PROVINCE_CODE'])
const names = {
  recordsTable: settings.RECORDS_TABLE,
  viewsTable: settings.VIEWS_TABLE,
  province: settings.PROVINCE_CODE,
}
const logger = new Logger({ serviceName: 'scorer' })

/** Carries out each scoring that the stream tells of. What fails is thrown: Lambda calls again with the same event, and parks it in the end. */
export async function handler(event: DynamoDBStreamEvent, context: Context): Promise<void> {
  logger.addContext(context)
  for (const record of event.Records) {
    const cycleId = cycleToScore(record)
    if (cycleId === undefined) continue
    const now = new Date().toISOString()
    const correlationId = randomUUID()
    const store = openPlatformStore(names, {
      actor: {
        personId: 'system',
        personName: '系统',
        post: '后台计分',
        level: 'system',
        jurisdiction: 'system',
        jurisdictionName: '系统',
      },
      correlationId,
      now,
      idempotencyKey: correlationId,
      requestHash: '',
    })
    const started = performance.now()
    const isRecorded = await carryOutScoring({ store, digest, now }, cycleId)
    logger.info('scored', { cycleId, isRecorded, milliseconds: Math.round(performance.now() - started) })
  }
}
