import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Sender } from '@anjie/use-cases/messages/sender'

export interface GatewaySettings {
  /** Where the office's gateway listens; one address, set by whoever deploys and by nobody else. */
  readonly url: string
  readonly secret: string
}

export interface GatewayIo {
  readonly fetch: typeof fetch
  readonly nowSeconds: () => number
  readonly pause: (milliseconds: number) => Promise<unknown>
  /** Ends a call that is not answered. */
  readonly giveUpAfter: (milliseconds: number) => AbortSignal
}

const ATTEMPTS = 3
const PAUSE_MS = 500
const TIMEOUT_MS = 5_000

/**
 * The one address that may be called: https, a name and no bare number, no log-in in it, the usual port. No person's input is part of
 * it, and a redirect is not followed, so nobody can have this function call what lies inside the network.
 */
export function gatewayUrl(text: string): URL {
  const url = new URL(text)
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  const isName =
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(url.hostname) && !/\.(internal|local|localhost)$/.test(url.hostname)
  if (!isPlain || !isName) throw new Error('the address of the gateway is https://<name>/…, without port and log-in')
  return url
}

/** HMAC-SHA256 over `<id>.<seconds>.<body>`, as the standard-webhooks signature has it. */
export const signatureOf = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${seconds}.${body}`).digest('base64')}`

/**
 * 本单位消息网关 (短信, 粤政易, 浙政钉 …): a signed call for each letter. `webhook-id` is the letter's number, by which a gateway knows a
 * repeat. What is busy or broken is tried again; a refusal is not.
 */
export function gatewaySender({ url, secret }: GatewaySettings, io: GatewayIo = gatewayIo): Sender {
  const target = gatewayUrl(url)
  return {
    send: async ({ key, address, subject, lines }) => {
      const body = JSON.stringify({ to: address, subject, text: lines.join('\n') })
      for (let attempt = 1; ; attempt++) {
        const status = await post(target, key, secret, body, io)
        if (status >= 200 && status < 300) return
        const passes = status === 0 || status === 429 || status >= 500
        if (!passes || attempt === ATTEMPTS) throw new GatewayRefused(status)
        await io.pause(PAUSE_MS * 2 ** (attempt - 1))
      }
    },
  }
}

/** Names no address: it goes into a log. */
class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused'
  constructor(status: number) {
    super(`the gateway answered ${status}`)
  }
}

async function post(target: URL, id: string, secret: string, body: string, io: GatewayIo): Promise<number> {
  const seconds = io.nowSeconds()
  try {
    const answer = await io.fetch(target, {
      method: 'POST',
      redirect: 'error',
      signal: io.giveUpAfter(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(secret, id, seconds, body),
      },
      body,
    })
    return answer.status
  } catch {
    return 0
  }
}

const gatewayIo: GatewayIo = {
  fetch,
  nowSeconds: () => Math.floor(Date.now() / 1000),
  pause: wait,
  giveUpAfter: (milliseconds) => AbortSignal.timeout(milliseconds),
}
