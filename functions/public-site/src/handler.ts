import { settingsOf } from '@anjie/kernel'
import { Logger } from '@aws-lambda-powertools/logger'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { createPublicSite } from './createPublicSite.ts'
import { dynamoPublicReader } from './dynamoPublicReader.ts'
import { lambdaHandler } from './lambdaHandler.ts'
import { awsObjectionInbox } from './objections/awsObjectionInbox.ts'

const settings = settingsOf(process.env, [
  'PUBLIC_TABLE',
  'PUBLIC_ORIGIN',
  'LIMITS_TABLE',
  'INBOX_URL',
  'FILES_BUCKET',
  'SITE_KEY',
  'HOPS_BEFORE',
])
const logger = new Logger({ serviceName: 'public-site' })
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))

const serve = lambdaHandler(
  createPublicSite({
    reader: dynamoPublicReader(client, settings.PUBLIC_TABLE, (row) =>
      logger.error('public row cannot be read', { row }),
    ),
    publicOrigin: settings.PUBLIC_ORIGIN.replace(/\/+$/, ''),
    now: () => new Date().toISOString(),
    sender: {
      key: settings.SITE_KEY,
      inbox: awsObjectionInbox({
        dynamo: client,
        s3: new S3Client({}),
        sqs: new SQSClient({}),
        limitsTable: settings.LIMITS_TABLE,
        filesBucket: settings.FILES_BUCKET,
        queueUrl: settings.INBOX_URL,
      }),
    },
    onAnswered: (answer) => logger.info('answered', answer),
    onFailure: (error, correlationId) =>
      logger.error('request failed', {
        correlationId,
        reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
      }),
  }),
  Number(settings.HOPS_BEFORE),
)

/** Answers the public's requests; it may read the public table, and put objections where it cannot read them. */
export const handler = (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => serve(event)
