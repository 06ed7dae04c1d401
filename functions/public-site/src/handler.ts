import { settingsOf } from '@anjie/kernel'
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { createPublicSite } from './createPublicSite.ts'
import { dynamoPublicReader } from './dynamoPublicReader.ts'
import { lambdaHandler } from './lambdaHandler.ts'

const settings = settingsOf(process.env, ['PUBLIC_TABLE', 'PUBLIC_ORIGIN'])
const logger = new Logger({ serviceName: 'public-site' })
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))

const serve = lambdaHandler(
  createPublicSite({
    reader: dynamoPublicReader(client, settings.PUBLIC_TABLE, (row) =>
      logger.error('public row cannot be read', { row }),
    ),
    publicOrigin: settings.PUBLIC_ORIGIN.replace(/\/+$/, ''),
    now: () => new Date().toISOString(),
    onAnswered: (answer) => logger.info('answered', answer),
    onFailure: (error, correlationId) =>
      logger.error('request failed', {
        correlationId,
        reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
      }),
  }),
)

/** Answers the public's requests; it holds no permission but to read the public table. */
export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => serve(event)
