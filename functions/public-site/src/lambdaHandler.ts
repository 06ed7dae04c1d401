import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Hono } from 'hono'
import type { SiteEnvironment } from './siteOptions.ts'

export type SiteEvent = Pick<APIGatewayProxyEventV2, 'rawPath' | 'rawQueryString' | 'requestContext'>

/** Only path and query are ever used; this host stands where an address needs one and is shown to nobody. */
const NO_HOST = 'https://site.invalid'

/**
 * Serves the site behind an HTTP API (payload 2.0). No header, cookie or body reaches the site: what a page says depends on
 * its address alone, so that no visitor can change what a cache gives to the next one.
 */
export const lambdaHandler =
  (site: Hono<SiteEnvironment>) =>
  async ({ rawPath, rawQueryString, requestContext }: SiteEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const address = new URL(`${NO_HOST}${safePath(rawPath)}`)
    address.search = rawQueryString
    const request = new Request(address, { method: requestContext.http.method })
    const response = await site.fetch(request, { requestContext: { requestId: requestContext.requestId } })
    const headers = Object.fromEntries(response.headers)
    // Decoding a file to text would swallow its byte-order mark.
    return isFile(headers['content-type'] ?? '')
      ? {
          statusCode: response.status,
          headers,
          body: Buffer.from(await response.arrayBuffer()).toString('base64'),
          isBase64Encoded: true,
        }
      : { statusCode: response.status, headers, body: await response.text(), isBase64Encoded: false }
  }

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
