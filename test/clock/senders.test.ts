import { emailSender } from '@anjie/function-clock/senders/emailSender'
import { gatewaySender, gatewayUrl, signatureOf } from '@anjie/function-clock/senders/gatewaySender'
import { outboxSender } from '@anjie/function-clock/senders/outboxSender'
import { describe, expect, test } from 'vitest'

const letter = {
  key: '990101.01J00000000000000000000000/7',
  channel: 'gateway' as const,
  address: '13900000000',
  subject: '安阶消息：1项',
  at: '2026-03-02T00:30:00.000Z',
  lines: ['【待办】云溪县 考评：填报中，待填报'],
}
const secret = Buffer.from('a secret of the office').toString('base64')

/** A gateway that answers with these, one after the other; 0: the line is dead. */
function gateway(...answers: number[]) {
  const calls: { url: string; init: RequestInit }[] = []
  const pauses: number[] = []
  const sender = gatewaySender(
    { url: 'https://msg.example.gov.cn/send', secret },
    {
      fetch: async (url, init) => {
        calls.push({ url: String(url), init: init ?? {} })
        const status = answers.shift() ?? 200
        if (status === 0) throw new Error('reset')
        return new Response('', { status })
      },
      nowSeconds: () => 1_772_411_400,
      pause: async (milliseconds) => void pauses.push(milliseconds),
      giveUpAfter: AbortSignal.timeout,
    },
  )
  return { sender, calls, pauses }
}

describe('an office’s gateway', () => {
  test('gets a signed call with the letter’s own number, and the signature is that of standard webhooks', async () => {
    const { sender, calls } = gateway()
    await sender.send(letter)
    const { init } = calls[0] ?? expect.fail('nothing was called')
    const headers = new Headers(init.headers)
    expect(headers.get('webhook-id')).toBe(letter.key)
    expect(headers.get('webhook-signature')).toBe(signatureOf(secret, letter.key, 1_772_411_400, String(init.body)))
    // From the specification's own example.
    expect(
      signatureOf(
        'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        1614265330,
        '{"test": 2432232314}',
      ),
    ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
    expect(init.redirect).toBe('error')
  })

  test('is called again under the same number while it is busy or dead, and not when it refuses', async () => {
    const busy = gateway(503, 0, 200)
    await busy.sender.send(letter)
    expect(busy.calls.map(({ init }) => new Headers(init.headers).get('webhook-id'))).toEqual(Array(3).fill(letter.key))
    expect(busy.pauses).toEqual([500, 1000])
    const refusing = gateway(400)
    await expect(refusing.sender.send(letter)).rejects.toThrow('answered 400')
    expect(refusing.calls).toHaveLength(1)
    await expect(gateway(500, 500, 500).sender.send(letter)).rejects.toThrow('answered 500')
  })

  test('that takes a call and never answers is given up after five seconds, and called again', async () => {
    const patience: number[] = []
    let calls = 0
    const silent = gatewaySender(
      { url: 'https://msg.example.gov.cn/send', secret },
      {
        fetch: (_url, init) =>
          new Promise((_answer, refuse) => {
            calls += 1
            if (init?.signal?.aborted === true) refuse(new Error('given up'))
          }),
        nowSeconds: () => 1_772_411_400,
        pause: async () => undefined,
        giveUpAfter: (milliseconds) => {
          patience.push(milliseconds)
          return AbortSignal.abort()
        },
      },
    )
    await expect(silent.send(letter)).rejects.toThrow('answered 0')
    expect([calls, patience]).toEqual([3, [5000, 5000, 5000]])
  })

  test('says nothing of whom it was for when it fails', async () => {
    const failure = await gateway(400)
      .sender.send(letter)
      .catch((error: unknown) => error)
    expect(String(failure)).not.toMatch(/139|云溪/)
  })

  test.each([
    'http://msg.example.gov.cn/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://localhost/',
    'https://db.internal/',
    'https://user:pw@msg.example.gov.cn/',
    'https://msg.example.gov.cn:8443/',
    'https://2130706433/',
    'file:///etc/passwd',
  ])('is not called at %s', (url) => {
    expect(() => gatewayUrl(url)).toThrow()
  })
})

test('an e-mail goes to one address from the one that is set, with the lines and the way in', async () => {
  const sent: unknown[] = []
  const client = { send: async (command: { input: unknown }) => void sent.push(command.input) }
  await emailSender(client as never, 'noreply@anjie.example', 'https://console.example').send({
    ...letter,
    channel: 'email',
    address: 'desk@anjie.example',
  })
  expect(sent).toMatchObject([
    {
      FromEmailAddress: 'noreply@anjie.example',
      Destination: { ToAddresses: ['desk@anjie.example'] },
      Content: { Simple: { Subject: { Data: '安阶消息：1项（第7号）' } } },
    },
  ])
  expect(JSON.stringify(sent)).toContain('https://console.example')
})

test('the outbox is given each letter under its key', async () => {
  const put: unknown[] = []
  await outboxSender({ put: async (key, kept) => void put.push([key, kept]) }).send(letter)
  const { key, ...rest } = letter
  expect(put).toEqual([[key, rest]])
})
