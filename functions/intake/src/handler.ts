import { randomUUID } from 'node:crypto'
import { settingsOf } from '@anjie/kernel'
import { openPlatformStore } from '@anjie/store'
import { Logger } from '@aws-lambda-powertools/logger'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { takeInMessages } from './takeInMessages.ts'

const settings = settingsOf(process.env, ['RECORDS_TABLE', 'VIEWS_TABLE', 'PROVINCE_CODE'])
const names = {
  recordsTable: settings.RECORDS_TABLE,
  viewsTable: settings.VIEWS_TABLE,
  province: settings.PROVINCE_CODE,
}
const logger = new Logger({ serviceName: 'intake' })

/** Takes in what lies in the inbox; what fails is named, and the queue brings that again and nothing else. */
export function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const now = new Date().toISOString()
  return takeInMessages(event, {
    now,
    openStore: () => {
      const correlationId = randomUUID()
      return openPlatformStore(names, {
        actor: {
          personId: 'system',
          personName: '系统',
          post: '异议接收',
          level: 'system',
          jurisdiction: 'system',
          jurisdictionName: '系统',
        },
        correlationId,
        now,
        idempotencyKey: correlationId,
        requestHash: '',
      })
    },
    onTakenIn: (number, outcome) => logger.info('taken in', { number, outcome }),
    // The reason names a record and a code of ours; what the message says is in no log.
    onFailure: (messageId, reason) => logger.error('not taken in', { messageId, reason }),
  })
}
