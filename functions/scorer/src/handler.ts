import { randomUUID } from 'node:crypto'
import { settingsOf } from '@anjie/kernel'
import { digest, openPlatformStore } from '@anjie/store'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import type { CommandContext, RecordStore } from '@anjie/use-cases/ports'
import { draftEscalatedMeasures } from '@anjie/use-cases/supervision/draftEscalated'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, DynamoDBStreamEvent } from 'aws-lambda'
import { cycleStep } from './cycleStep.ts'

const settings = settingsOf(process.env, ['RECORDS_TABLE', 'VIEWS_TABLE', 'PROVINCE_CODE'])
const names = {
  recordsTable: settings.RECORDS_TABLE,
  viewsTable: settings.VIEWS_TABLE,
  province: settings.PROVINCE_CODE,
}
const logger = new Logger({ serviceName: 'scorer' })

/** Carries out each scoring that the stream tells of, and drafts what a published table asks for. What fails is thrown: Lambda calls again with the same event, and parks it in the end. */
export async function handler(event: DynamoDBStreamEvent, context: Context): Promise<void> {
  logger.addContext(context)
  for (const record of event.Records) {
    const step = cycleStep(record)
    if (step === undefined) continue
    const { cycleId, work } = step
    const now = new Date().toISOString()
    const correlationId = randomUUID()
    const store = openPlatformStore(names, {
      actor: {
        personId: 'system',
        personName: '系统',
        post: work === 'score' ? '后台计分' : '递进督导',
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
    const done =
      work === 'score'
        ? { isRecorded: await carryOutScoring({ store, digest, now }, cycleId) }
        : {
            drafted: await draftEscalatedMeasures({ store, digest, now, divisions: () => divisionsOf(store) }, cycleId),
          }
    logger.info(work, { cycleId, ...done, milliseconds: Math.round(performance.now() - started) })
  }
}

async function divisionsOf(store: RecordStore): ReturnType<CommandContext['divisions']> {
  const found = await store.get('divisions', `${names.province}.divisions`)
  if (found === undefined) throw new Error(`province ${names.province} has no divisions`)
  return found.state
}
