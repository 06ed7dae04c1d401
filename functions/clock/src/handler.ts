import { randomUUID } from 'node:crypto'
import { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { instantOf, settingsOf } from '@anjie/kernel'
import { digest, newCheckCode, openPlatformStore, openScopedReader } from '@anjie/store'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context } from 'aws-lambda'
import { ulid } from 'ulid'
import { type ClockReport, runClock } from './runClock.ts'
import { senderFrom } from './senders/senderFrom.ts'

const settings = settingsOf(
  process.env,
  ['RECORDS_TABLE', 'VIEWS_TABLE', 'PROVINCE_CODE'],
  ['STAGE', 'DIGEST_FROM', 'GATEWAY_URL', 'GATEWAY_SECRET', 'CONSOLE_ORIGIN'],
)
const names = {
  recordsTable: settings.RECORDS_TABLE,
  viewsTable: settings.VIEWS_TABLE,
  province: settings.PROVINCE_CODE,
}
const sender = senderFrom(settings, names)
const logger = new Logger({ serviceName: 'clock' })

/** Left over at the end of a run, for the last commit and the answer. */
const RESERVE_MILLISECONDS = 15_000

/** Closes what is due. Runs on a schedule; in the local stage also by hand with a given `now`. */
export async function handler(event: unknown, context: Context): Promise<ClockReport> {
  const now = instantOf(event, settings.STAGE, () => new Date().toISOString())
  const correlationId = randomUUID()
  const store = openPlatformStore(names, {
    actor: {
      personId: 'system',
      personName: '系统',
      post: '定时任务',
      level: 'system',
      jurisdiction: 'system',
      jurisdictionName: '系统',
    },
    correlationId,
    now,
    idempotencyKey: correlationId,
    requestHash: '',
  })
  const divisions = await store.get('divisions', `${names.province}.divisions`)
  if (divisions === undefined) {
    logger.info('nothing to do: the province has no divisions yet', { province: names.province })
    return {
      now,
      closed: [],
      named: 0,
      unfinished: [],
      deleted: 0,
      expired: 0,
      told: 0,
      opened: 0,
      moved: 0,
      sent: 0,
      failed: [],
    }
  }
  const report = await runClock(
    {
      store,
      storeOf: (scope) => openScopedReader(names, scope),
      province: { level: 'province', province: ProvinceCode.parse(names.province) },
      sender,
      now,
      divisions: divisions.state,
      newId: () => ulid(),
      newCheckCode,
      digest,
    },
    () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS,
  )
  logger.info('done', { correlationId, ...report })
  // The alarm hears of it; what succeeded is written all the same.
  if (report.failed.length > 0) throw new Error(`not done: ${report.failed.map(({ id }) => id).join(', ')}`)
  return report
}
