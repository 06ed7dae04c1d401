import { createHash, randomUUID } from 'node:crypto'
import { instantOf, settingsOf } from '@anjie/kernel'
import { openPlatformStore } from '@anjie/store'
import type { Signer } from '@anjie/use-cases/public-log/signer'
import { Logger } from '@aws-lambda-powertools/logger'
import { KMSClient } from '@aws-sdk/client-kms'
import type { Context } from 'aws-lambda'
import { kmsSigner } from './kmsSigner.ts'
import { runSigner, type SignerReport } from './runSigner.ts'

const settings = settingsOf(
  process.env,
  ['RECORDS_TABLE', 'VIEWS_TABLE', 'PROVINCE_CODE', 'PUBLIC_ORIGIN', 'SIGNING_KEY'],
  ['STAGE'],
)
const names = {
  recordsTable: settings.RECORDS_TABLE,
  viewsTable: settings.VIEWS_TABLE,
  province: settings.PROVINCE_CODE,
}
const logger = new Logger({ serviceName: 'signer' })

/** Left over at the end of a run, for the last commit and the answer. */
const RESERVE_MILLISECONDS = 15_000

let signer: Promise<Signer> | undefined
/** The public half is asked for once; a failure is not kept. */
const theSigner = (): Promise<Signer> => {
  signer ??= kmsSigner(new KMSClient({}), settings.SIGNING_KEY).catch((error: unknown) => {
    signer = undefined
    throw error
  })
  return signer
}

/** Signs what waits. Runs on a schedule; in the local stage also by hand with a given `now`. */
export async function handler(event: unknown, context: Context): Promise<SignerReport> {
  const now = instantOf(event, settings.STAGE, () => new Date().toISOString())
  const correlationId = randomUUID()
  const store = openPlatformStore(names, {
    actor: {
      personId: 'system',
      personName: '系统',
      post: '签发任务',
      level: 'system',
      jurisdiction: 'system',
      jurisdictionName: '系统',
    },
    correlationId,
    now,
    idempotencyKey: correlationId,
    requestHash: '',
  })
  const report = await runSigner(
    {
      store,
      province: names.province,
      site: settings.PUBLIC_ORIGIN.replace(/\/+$/, ''),
      signer: await theSigner(),
      sha256: (bytes) => createHash('sha256').update(bytes).digest(),
      now,
    },
    () => context.getRemainingTimeInMillis() > RESERVE_MILLISECONDS,
  )
  logger.info('done', { correlationId, ...report })
  // The alarm hears of it; what succeeded is written all the same.
  if (report.failed.length > 0) throw new Error(`not done: ${report.failed.map(({ id }) => id).join(', ')}`)
  return report
}
