import { randomUUID } from 'node:crypto'
import { type PlatformAnswer, PlatformCommand } from '@anjie/contracts/platform/command'
import { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { faultPlaces } from '@anjie/contracts/vocabulary/faultText'
import { instantOf, settingsOf } from '@anjie/kernel'
import { digest, dynamoLogIns, openPlatformStore } from '@anjie/store'
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { runCommand } from './runCommand.ts'

const settings = settingsOf(
  process.env,
  ['RECORDS_TABLE', 'VIEWS_TABLE', 'MEMBERSHIPS_TABLE', 'PROVINCE_CODE'],
  ['STAGE'],
)
const tables = { recordsTable: settings.RECORDS_TABLE, viewsTable: settings.VIEWS_TABLE }
const logIns = dynamoLogIns(DynamoDBDocumentClient.from(new DynamoDBClient({})), settings.MEMBERSHIPS_TABLE)
const ownProvince = ProvinceCode.parse(settings.PROVINCE_CODE)
const logger = new Logger({ serviceName: 'platform' })

/** The operator's own door: invoked with IAM rights, never over HTTP; in the local stage also with a given `now`. */
export async function handler(event: unknown): Promise<PlatformAnswer> {
  const now = instantOf(event, settings.STAGE, () => new Date().toISOString())
  const correlationId = randomUUID()
  const command = PlatformCommand.safeParse(asked(event))
  if (!command.success) {
    // Places and kinds of fault only: the values may name a person.
    const faults = faultPlaces(command.error, 10)
    logger.warn('refused', { correlationId, faults })
    return { ok: false, code: 'invalid-input', detail: `命令格式不对：${faults}` }
  }
  const answer = await runCommand(command.data, {
    openStore: (province) =>
      openPlatformStore(
        { ...tables, province },
        {
          actor: {
            personId: 'system',
            personName: '平台运维',
            post: '平台运维',
            level: 'system',
            jurisdiction: 'system',
            jurisdictionName: '平台',
          },
          correlationId,
          now,
          idempotencyKey: correlationId,
          requestHash: '',
        },
      ),
    logIns,
    ownProvince,
    now,
    digest,
  })
  logger.info('done', { correlationId, command: command.data.command, ...figuresOf(answer) })
  return answer
}

function asked(event: unknown): unknown {
  if (settings.STAGE !== 'local' || typeof event !== 'object' || event === null) return event
  const { now: _instant, ...command } = event as Readonly<Record<string, unknown>>
  return command
}

/** What the log says of an answer: figures and codes, no row and no name. */
function figuresOf(answer: PlatformAnswer): Record<string, string | number | boolean> {
  if (!answer.ok) return { refused: answer.code }
  if ('created' in answer) {
    return { created: answer.created, unchanged: answer.unchanged, refusedRows: answer.refused.length }
  }
  return { changed: answer.changed }
}
