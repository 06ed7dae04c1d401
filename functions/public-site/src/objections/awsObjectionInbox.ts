import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { ObjectionInbox } from './objectionInbox.ts'

interface Places {
  readonly dynamo: DynamoDBDocumentClient
  readonly s3: S3Client
  readonly sqs: SQSClient
  readonly limitsTable: string
  readonly filesBucket: string
  readonly queueUrl: string
}

/** The inbox at AWS: a queue, a prefix of the bucket and a table of counts, each of which this function may only write. */
export const awsObjectionInbox = ({ dynamo, s3, sqs, limitsTable, filesBucket, queueUrl }: Places): ObjectionInbox => ({
  count: async ({ key, most, until }) => {
    try {
      await dynamo.send(
        new UpdateCommand({
          TableName: limitsTable,
          Key: { pk: key },
          UpdateExpression: 'ADD hits :one SET expiresAt = :until',
          ConditionExpression: 'attribute_not_exists(pk) OR hits < :most',
          ExpressionAttributeValues: { ':one': 1, ':until': until, ':most': most },
          ReturnValues: 'NONE',
        }),
      )
      return true
    } catch (thrown) {
      if (thrown instanceof ConditionalCheckFailedException) return false
      throw thrown
    }
  },
  putFile: async (key, contentType, bytes) => {
    await s3.send(new PutObjectCommand({ Bucket: filesBucket, Key: key, ContentType: contentType, Body: bytes }))
  },
  put: async (objection) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(objection) }))
  },
})
