import { randomUUID } from 'node:crypto'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { Role } from '@anjie/contracts/vocabulary/access/people'
import { DEMO_PASSWORD } from '@anjie/local/seed/demoPeople'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { namesRecords, paramsIn } from '../api/ids.ts'
import { sampleOf } from '../api/sampleOf.ts'

/** The same refusals once more, of what is deployed: gateway, authorizer, Lambda, tables. */
const facts = await readStackFacts('test')
const root = { accessKeyId: 'test', secretAccessKey: 'test' }
const connection = { region: facts.region, endpoint: facts.endpoint, credentials: root }
const operations = Object.values<Operation & { readonly id: string }>(OPERATIONS)

const PEOPLE: readonly { readonly userName: string; readonly roles: readonly Role[] }[] = [
  { userName: '990101.reporter', roles: ['county-reporter'] },
  { userName: '990101.reviewer', roles: ['county-reviewer'] },
  { userName: '9901.reviewer', roles: ['city-reviewer'] },
  { userName: 'auditor', roles: ['auditor'] },
  { userName: 'province.admin', roles: ['province-admin'] },
]
const tokens = new Map<string, string>()

beforeAll(async () => {
  const cognito = new CognitoIdentityProviderClient(connection)
  for (const { userName } of PEOPLE) {
    tokens.set(userName, await signInForScript(cognito, facts, userName, DEMO_PASSWORD))
  }
})

async function call(operation: Operation, county: string, authorization?: string) {
  const params = paramsIn(operation, county)
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const query = new URLSearchParams(z.record(z.string(), z.coerce.string()).parse(sampleOf(operation.query)))
  const isCommand = operation.method !== 'GET'
  const response = await fetch(`${facts.apiUrl}${path}${query.size === 0 ? '' : `?${query}`}`, {
    method: operation.method,
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(isCommand ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      ...(operation.ifMatch ? { 'if-match': '"1"' } : {}),
    },
    ...(isCommand ? { body: JSON.stringify(sampleOf(operation.body)) } : {}),
  })
  const text = await response.text()
  const body: Record<string, unknown> = text.startsWith('{') ? JSON.parse(text) : {}
  return { status: response.status, type: response.headers.get('content-type'), code: body['code'], body }
}

describe.each(operations.map((operation) => [operation.id, operation] as const))('deployed %s', (_, operation) => {
  test('refuses whoever has no token or not one of ours', async () => {
    const { privateKey } = await strangersKey
    const claims = { iss: facts.issuer, sub: 'x', token_use: 'access', client_id: facts.clientId }
    const exp = Math.floor(Date.now() / 1000) + 600
    const bad = [
      undefined,
      'Bearer not.a.token',
      `Bearer ${new UnsecuredJWT({ ...claims, exp }).encode()}`,
      `Bearer ${await new SignJWT({ ...claims, exp }).setProtectedHeader({ alg: 'RS256', kid: 'x' }).sign(privateKey)}`,
    ]
    for (const authorization of bad)
      expect(await call(operation, '990101', authorization)).toMatchObject({
        status: 401,
        code: 'not-signed-in',
        type: expect.stringContaining('application/problem+json'),
      })
  })

  test('refuses roles that are not named for it, and shows nobody another tenant’s record', async () => {
    for (const { userName, roles } of PEOPLE) {
      const authorization = `Bearer ${tokens.get(userName)}`
      if (!roles.some((role) => operation.access.roles.includes(role))) {
        expect(await call(operation, '990101', authorization)).toMatchObject({ status: 403, code: 'not-permitted' })
      } else if (namesRecords(operation)) {
        // `98` is another province: nothing of it is within anybody's reach here.
        expect(await call(operation, '980101', authorization)).toMatchObject({ status: 404, code: 'not-found' })
      }
    }
  })
})

const strangersKey = generateKeyPair('RS256')

describe('the function itself', () => {
  test('refuses an event that no gateway has checked', async () => {
    const lambda = new LambdaClient(connection)
    const event = (headers: Record<string, string>, rawPath = '/v1/me') => ({
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString: '',
      headers,
      isBase64Encoded: false,
      requestContext: {
        accountId: '0',
        apiId: 'x',
        domainName: 'x.invalid',
        domainPrefix: 'x',
        requestId: randomUUID(),
        routeKey: '$default',
        stage: '$default',
        time: '',
        timeEpoch: 0,
        http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      },
    })
    const invoke = async (payload: unknown) => {
      const { Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: facts.functions.api, Payload: JSON.stringify(payload) }),
      )
      return JSON.parse(Buffer.from(Payload ?? []).toString('utf8'))
    }
    expect((await invoke(event({}))).statusCode).toBe(401)
    expect((await invoke(event({ authorization: 'Bearer not.a.token' }))).statusCode).toBe(401)
    const authorization = `Bearer ${tokens.get('990101.reporter')}`
    expect((await invoke(event({ authorization }))).statusCode).toBe(200)
    for (const rawPath of ['/v1/submissions/甲?admin=true', '/v1/submissions/100%', '/v1/submissions/a/b#c']) {
      expect((await invoke(event({ authorization }, rawPath))).statusCode).toBe(404)
    }
  })
})
