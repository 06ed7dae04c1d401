import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Hono } from 'hono'
import type { SiteEnvironment } from './siteOptions.ts'

export type SiteEvent = Pick<APIGatewayProxyEventV2, 'rawPath' | 'rawQueryString' | 'requestContext'> & {
  readonly headers?: APIGatewayProxyEventV2['headers']
  readonly body?: string | undefined
  readonly isBase64Encoded?: boolean
}

/** Only path and query are ever used; this host stands where an address needs one and is shown to nobody. */
const NO_HOST = 'https://site.invalid'

/** A packet of the network: shorter answers arrive no sooner when they are compressed. */
const COMPRESS_FROM_BYTES = 1400

/**
 * Serves the site behind an HTTP API (payload 2.0). No header, cookie or body reaches the site but the body of a form that is sent, whose
 * answer no cache keeps: what any other page says depends on its address alone, so that no visitor can change what a cache gives to the
 * next one. Of the headers only two are looked at, for how
 * the answer travels: a page that the visitor has already is not sent again, and what can be unpacked is sent packed. So the
 * function alone carries a naming day where no cache stands before it.
 */
export const lambdaHandler =
  (site: Hono<SiteEnvironment>, hopsBefore = 0) =>
  async ({
    rawPath,
    rawQueryString,
    requestContext,
    headers: asked = {},
    ...sent
  }: SiteEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const address = new URL(`${NO_HOST}${safePath(rawPath)}`)
    address.search = rawQueryString
    const { method, sourceIp } = requestContext.http
    const request = new Request(address, { method, ...(method === 'POST' ? bodyOf(asked, sent) : {}) })
    const visitor = visitorAddress(asked['x-forwarded-for'], sourceIp, hopsBefore)
    const response = await site.fetch(request, {
      requestContext: { requestId: requestContext.requestId, address: visitor },
    })
    const headers: Record<string, string> = Object.fromEntries(response.headers)
    const body = Buffer.from(await response.arrayBuffer())
    if (response.status === 200 && headers['cache-control'] !== 'no-store') {
      headers['etag'] = tagOf(body)
      headers['vary'] = 'accept-encoding'
      if (knows(asked['if-none-match'], headers['etag'])) return { statusCode: 304, headers, body: '' }
    }
    if (body.length >= COMPRESS_FROM_BYTES && takesGzip(asked['accept-encoding'])) {
      const packed = { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }
      return asBytes(response.status, packed, gzipSync(body))
    }
    // Decoding a file to text would swallow its byte-order mark.
    return isFile(headers['content-type'] ?? '')
      ? asBytes(response.status, headers, body)
      : { statusCode: response.status, headers, body: body.toString('utf8'), isBase64Encoded: false }
  }

/** A form that is sent: its bytes, and the type by which they are taken apart. */
const bodyOf = (
  asked: NonNullable<SiteEvent['headers']>,
  { body = '', isBase64Encoded = false }: Pick<SiteEvent, 'body' | 'isBase64Encoded'>,
) => ({
  body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  headers: { 'content-type': asked['content-type'] ?? 'application/octet-stream' },
})

/**
 * By what address somebody came, for counting and nothing else. Each hop of ours before the gateway adds one to the forwarded ones; what
 * stands further left is the visitor's own word.
 */
export function visitorAddress(forwarded: string | undefined, sourceIp: string, hopsBefore: number): string {
  const hops = (forwarded ?? '').split(',').map((each) => each.trim())
  return hopsBefore === 0 ? sourceIp : (hops.at(-1 - hopsBefore) ?? sourceIp)
}

const asBytes = (
  statusCode: number,
  headers: Record<string, string>,
  body: Buffer,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers,
  body: body.toString('base64'),
  isBase64Encoded: true,
})

/** Weak: the same page packed otherwise is the same page. */
const tagOf = (body: Buffer): string => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Whether the visitor has what bears this tag; caches on the way may have left out that it is weak. */
const knows = (asked: string | undefined, tag: string): boolean =>
  asked?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag.slice(2)) ?? false

const takesGzip = (asked: string | undefined): boolean =>
  asked?.split(',').some((each) => /^\s*gzip\s*(;\s*q=(0\.\d*[1-9]\d*|1(\.0*)?)\s*)?$/i.test(each)) ?? false

const isFile = (contentType: string): boolean => contentType.startsWith('text/csv')

/**
 * HTTP APIs hand over the path decoded, some stand-ins leave it encoded. Put into an address again, a decoded `?` or `#`
 * would begin a query or hide one, and a lone `%` would not decode. So everything that has a meaning in an address is
 * encoded once more; what is encoded already stays.
 */
const safePath = (path: string): string =>
  path
    .toWellFormed()
    .replace(/%(?![0-9a-fA-F]{2})/g, '%25')
    .replace(/[^\w%/.~!$&'()*+,;=:@-]/gu, encodeURIComponent)
