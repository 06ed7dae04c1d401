import type { ApiBindings } from '@anjie/http'
import { givenInstant } from '@anjie/kernel'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/**
 * The request in an event of an HTTP API (payload 2.0), with a path that means one thing only. The gateway hands over a decoded
 * path, in which an encoded `?`, `#` or `/` would begin a query or another segment: everything but the characters of our
 * routes and ids is encoded again, so that such a path is simply not found. A named stage in front of it is taken away.
 */
export function requestOf(event: APIGatewayProxyEventV2): Request {
  const { stage, http, domainName } = event.requestContext
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`
  const headers = new Headers()
  for (const [name, value] of Object.entries(event.headers)) {
    // A header beyond Latin-1 is none of those that we read.
    if (value !== undefined && /^[\x20-\x7e\x80-\xff]*$/.test(value)) headers.set(name, value)
  }
  return new Request(`https://${domainName}${pathWithoutStage(event.rawPath, stage)}${query}`, {
    method: http.method,
    headers,
    ...(event.body === undefined || ['GET', 'HEAD'].includes(http.method)
      ? {}
      : { body: event.isBase64Encoded ? Buffer.from(event.body, 'base64') : event.body }),
  })
}

function pathWithoutStage(rawPath: string, stage: string): string {
  const prefix = `/${stage}`
  const isPrefixed = stage !== '$default' && (rawPath === prefix || rawPath.startsWith(`${prefix}/`))
  const path = isPrefixed ? rawPath.slice(prefix.length) : rawPath
  const safe = path.toWellFormed().replace(/[^\w.~/-]/gu, encodeURIComponent)
  return safe.startsWith('/') ? safe : `/${safe}`
}

/** Sets the clock for one request, so that a journey can go on after a notice of days. */
const GIVEN_NOW = 'anjie-now'

/**
 * What the entry point knows of a request besides the request. The time is the caller's in the local stage only; elsewhere
 * the header is not looked at, like everything else that a client says of itself. Tokens keep to the real clock everywhere.
 */
export function bindingsOf(event: APIGatewayProxyEventV2, stage: string | undefined): ApiBindings['Bindings'] {
  const given = stage === 'local' ? event.headers[GIVEN_NOW] : undefined
  return { requestId: event.requestContext.requestId, ...(given === undefined ? {} : { now: givenInstant(given) }) }
}

/** All answers of this API are text. */
export async function resultOf(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
    isBase64Encoded: false,
  }
}
