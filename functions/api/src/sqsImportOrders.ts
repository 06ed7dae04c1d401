import type { ImportOrders } from '@anjie/use-cases/ports'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** The importer's queue: the API puts orders into it and reads none. */
export const sqsImportOrders = (sqs: Pick<SQSClient, 'send'>, queueUrl: string): ImportOrders => ({
  send: async (order) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(order) }))
  },
})
