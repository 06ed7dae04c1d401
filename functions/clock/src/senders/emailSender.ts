import type { Sender } from '@anjie/use-cases/messages/sender'
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'

/**
 * 电子邮件 through SES. SES knows no repeats: a run that was killed between its answer and our note sends the letter once more, with the
 * same number in its subject, by which a reader knows it.
 */
export const emailSender = (client: Pick<SESv2Client, 'send'>, from: string, consoleOrigin: string): Sender => ({
  send: async ({ key, address, subject, lines }) => {
    const number = key.slice(key.lastIndexOf('/') + 1)
    const text = [...lines, '', `请登录办理：${consoleOrigin}`, `第${number}号汇总，系统自动发出，请勿回复`].join('\n')
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [address] },
        Content: {
          Simple: {
            Subject: { Data: `${subject}（第${number}号）`, Charset: 'UTF-8' },
            Body: { Text: { Data: text, Charset: 'UTF-8' } },
          },
        },
      }),
    )
  },
})
