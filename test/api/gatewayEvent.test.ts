import { bindingsOf, requestOf, resultOf } from '@anjie/function-api/gatewayEvent'
import { describe, expect, test } from 'vitest'

type APIGatewayProxyEventV2 = Parameters<typeof requestOf>[0]

const event = (
  given: Partial<APIGatewayProxyEventV2> & { stage?: string; method?: string },
): APIGatewayProxyEventV2 => {
  const { stage = '$default', method = 'GET', ...rest } = given
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/v1/me',
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: {
      accountId: '0',
      apiId: 'a',
      domainName: 'api.invalid',
      domainPrefix: 'api',
      requestId: 'r',
      routeKey: '$default',
      stage,
      time: '',
      timeEpoch: 0,
      http: { method, path: '/', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
    },
    ...rest,
  }
}
const pathOf = (rawPath: string, stage?: string) => {
  const url = new URL(requestOf(event({ rawPath, ...(stage === undefined ? {} : { stage }) })).url)
  return { path: url.pathname, query: url.search, hash: url.hash }
}

describe('the path of a gateway event', () => {
  test.each([
    ['/v1/units/甲县'],
    ['/v1/units/甲?admin=true'],
    ['/v1/units/甲#乙'],
    ['/v1/units/100%达标'],
    ['/v1/units/%'],
    ['/v1/units/%E7%94%B2'],
    ['/v1/units/\ud800'],
    ['/v1/units/a b\r\nx: y'],
  ])('%j stays one path without query, fragment or header', (rawPath) => {
    const { path, query, hash } = pathOf(rawPath)
    expect({ query, hash }).toEqual({ query: '', hash: '' })
    expect(path.startsWith('/v1/units/')).toBe(true)
    expect(path).toMatch(/^[\w.~/%-]+$/)
  })

  test('of a named stage loses the stage, that of the default stage loses nothing', () => {
    expect(pathOf('/prod/v1/me', 'prod').path).toBe('/v1/me')
    expect(pathOf('/v1/me', 'prod').path).toBe('/v1/me')
    expect(pathOf('/production/v1/me', 'prod').path).toBe('/production/v1/me')
    expect(pathOf('/v1/me', '$default').path).toBe('/v1/me')
    expect(pathOf('/prod', 'prod').path).toBe('/')
  })
})

test('query, headers and body arrive unchanged, also base64', async () => {
  const request = requestOf(
    event({
      method: 'POST',
      rawQueryString: 'kind=village&name=%E7%94%B2%2C%E4%B9%99',
      headers: { 'content-type': 'application/json', 'x-name': '\u0000bad', authorization: 'Bearer x' },
      body: Buffer.from('{"name":"向阳村"}').toString('base64'),
      isBase64Encoded: true,
    }),
  )
  expect(new URL(request.url).searchParams.get('name')).toBe('甲,乙')
  expect(await request.json()).toEqual({ name: '向阳村' })
  expect(request.headers.get('authorization')).toBe('Bearer x')
  expect(request.headers.get('x-name')).toBeNull()
})

test('an answer becomes the gateway’s form', async () => {
  const result = await resultOf(new Response('{"a":"甲"}', { status: 201, headers: { etag: '"1"' } }))
  expect(result).toMatchObject({
    statusCode: 201,
    body: '{"a":"甲"}',
    isBase64Encoded: false,
    headers: { etag: '"1"' },
  })
})

describe('the time of a request', () => {
  const asked = event({ headers: { 'anjie-now': '2026-12-08T16:00:01.000Z' } })

  test('is the caller’s in the local stage only', () => {
    expect(bindingsOf(asked, 'local')).toEqual({ requestId: 'r', now: '2026-12-08T16:00:01.000Z' })
    for (const stage of ['aws', 'aws-cn', '', undefined]) expect(bindingsOf(asked, stage)).toEqual({ requestId: 'r' })
    expect(bindingsOf(event({}), 'local')).toEqual({ requestId: 'r' })
  })

  test('is an instant', () => {
    expect(() => bindingsOf(event({ headers: { 'anjie-now': '2026-12-08' } }), 'local')).toThrow('instant')
  })
})
