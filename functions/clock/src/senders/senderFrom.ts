import type { OutgoingLetter, Sender } from '@anjie/use-cases/messages/sender'
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { emailSender } from './emailSender.ts'
import { gatewaySender } from './gatewaySender.ts'
import { type Outbox, outboxSender } from './outboxSender.ts'

/** Of the clock's environment, what says by which ways letters leave. */
export interface SenderSettings {
  readonly STAGE?: string | undefined
  readonly DIGEST_FROM?: string | undefined
  readonly GATEWAY_URL?: string | undefined
  /** Name of the parameter that holds the gateway's secret. */
  readonly GATEWAY_SECRET?: string | undefined
  readonly CONSOLE_ORIGIN?: string | undefined
}

/** The sender of this stage: in the local one the outbox and nothing else, whatever else is set. */
export function senderFrom(
  settings: SenderSettings,
  names: { readonly recordsTable: string; readonly province: string },
): Sender {
  if (settings.STAGE === 'local') return outboxSender(tableOutbox(names))
  const { DIGEST_FROM: from, CONSOLE_ORIGIN: origin = '' } = settings
  return byChannel({
    email: from === undefined ? undefined : emailSender(new SESv2Client({}), from, origin),
    gateway: gatewayFrom(settings),
  })
}

/** Where a channel is not set up nothing is sent by it: the letter waits, and the alarm tells. */
const byChannel = (senders: { readonly [C in OutgoingLetter['channel']]: Sender | undefined }): Sender => ({
  send: async (letter) => {
    const sender = senders[letter.channel]
    if (sender === undefined) throw new ChannelNotSetUp(letter.channel)
    await sender.send(letter)
  },
})

/** Its name is what the log says. */
class ChannelNotSetUp extends Error {
  override readonly name = 'ChannelNotSetUp'
}

function gatewayFrom({ GATEWAY_URL: url, GATEWAY_SECRET: name }: SenderSettings): Sender | undefined {
  if (url === undefined || name === undefined) return undefined
  let made: Promise<Sender> | undefined
  const make = async (): Promise<Sender> => {
    const { Parameter } = await new SSMClient({}).send(new GetParameterCommand({ Name: name, WithDecryption: true }))
    if (Parameter?.Value === undefined) throw new Error('the secret of the gateway is not there')
    return gatewaySender({ url, secret: Parameter.Value })
  }
  return {
    send: async (letter) => {
      made ??= make()
      await (await made).send(letter)
    },
  }
}

function tableOutbox({ recordsTable, province }: { readonly recordsTable: string; readonly province: string }): Outbox {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  return {
    put: async (key, letter) => {
      try {
        await client.send(
          new PutCommand({
            TableName: recordsTable,
            Item: { pk: `P#${province}#outbox#`, sk: `${key}#`, letter: JSON.stringify(letter) },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        )
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    },
  }
}
