import { readFile } from 'node:fs/promises'
import { settingsOf } from '@anjie/kernel'
import { publicKeys } from '@anjie/projections/publicKeys'
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { answerPaper } from './answerPaper.ts'

const settings = settingsOf(process.env, ['PUBLIC_TABLE'])
const logger = new Logger({ serviceName: 'paper' })
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
let font: Promise<Uint8Array> | undefined

/** Answers with a certificate as PDF; it holds no permission but to read one table of published things. */
export async function handler({ rawQueryString }: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const begun = performance.now()
  const answer = await answerPaper(new URLSearchParams(rawQueryString).get('serial') ?? '', {
    // Beside the bundle, where `infra` lays it.
    font: () => {
      font ??= readFile(new URL('certificate.ttf', import.meta.url))
      return font
    },
    find: async (serial) =>
      (
        await client.send(
          new GetCommand({ TableName: settings.PUBLIC_TABLE, Key: publicKeys.certificatePayload(serial) }),
        )
      ).Item?.['body'],
  })
  logger.info('answered', { status: answer.statusCode, milliseconds: Math.round(performance.now() - begun) })
  return answer
}
