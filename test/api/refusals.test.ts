import { jsonRequestLog, tokenVerifier } from '@anjie/http'
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { member } from '../builders/people.ts'
import { CLIENT, ISSUER, testApi } from './testApi.ts'

const admin = member({ roles: ['county-admin'] })
afterEach(() => vi.restoreAllMocks())

describe('something unexpected', () => {
  test('shows an id and no detail; the log has the rest under the same id', async () => {
    const api = await testApi({
      openStore: () => {
        throw new Error('table Anjie-Records is gone')
      },
    })
    api.join(admin)
    const answer = await api.call('getMe', { member: admin })
    expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected', title: '系统出现意外情况' } })
    expect(JSON.stringify(answer.body)).not.toContain('Anjie-Records')
    expect(api.lines).toMatchObject([
      {
        operation: 'getMe',
        status: 500,
        correlationId: answer.body['correlationId'],
        error: { name: 'Error', message: 'table Anjie-Records is gone' },
      },
    ])
  })

  test('in the check of a token is our trouble: 500 and not a sign-out', async () => {
    const api = await testApi({
      verifyToken: tokenVerifier({
        issuer: ISSUER,
        audience: CLIENT,
        keys: async () => {
          throw new errors.JWKSTimeout()
        },
      }),
    })
    api.join(admin)
    expect((await api.call('getMe', { member: admin })).status).toBe(500)
  })

  test('a path that is no operation is 404 in the same form', async () => {
    const api = await testApi()
    for (const path of ['/', '/v1', '/v1/units/x/y', '/v2/me', '/v1/%E4%B9%A1', '/v1/%', '/v1/me?%']) {
      const { status, body } = await api.fetch(path)
      expect([401, 404]).toContain(status)
      expect(body).toMatchObject({ code: expect.any(String), correlationId: expect.any(String) })
    }
  })
})

describe('the log', () => {
  test('has one line of JSON per request, without token, body or name, whatever they hold', async () => {
    const written: string[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((text: unknown) => void written.push(String(text)))
    }
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const api = await testApi({ log: jsonRequestLog('api') })
    const person = member({ roles: ['county-admin'], personName: '赵{"level":"ERROR"}' })
    api.join(person)
    const name = '13800138000{"level":"ERROR","message":"x"}'
    await api.call('registerUnit', { member: person, body: { kind: 'township', name, validFrom: '2020-01-01' } })
    await api.call('registerUnit', { member: person, body: { kind: 'x', name: `13800138000\n${name}` } })
    await api.call('listUnits', { authorization: 'Bearer secret-token' })
    vi.restoreAllMocks()

    const lines = written.flatMap((text) => text.trim().split('\n'))
    expect(lines).toHaveLength(3)
    const parsed = lines.map((line): Record<string, unknown> => JSON.parse(line))
    expect(parsed.map(({ status, jurisdiction }) => ({ status, jurisdiction }))).toEqual([
      { status: 201, jurisdiction: '990101' },
      { status: 400, jurisdiction: '990101' },
      { status: 401, jurisdiction: undefined },
    ])
    for (const forbidden of ['13800138000', 'ERROR', 'secret-token', 'Bearer', 'eyJ', person.personName, '赵']) {
      expect(lines.join('\n')).not.toContain(forbidden)
    }
  })
})

describe('an access token', () => {
  const issued = async (claims: Record<string, unknown>, header: Record<string, unknown> = {}) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    const verify = tokenVerifier({
      issuer: ISSUER,
      audience: CLIENT,
      keys: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] }),
    })
    const seconds = Math.floor(Date.now() / 1000)
    const token = await new SignJWT({ iss: ISSUER, sub: 's', exp: seconds + 600, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k', ...header })
      .sign(privateKey)
    return verify(token)
  }
  const seconds = () => Math.floor(Date.now() / 1000)

  test('of Cognito is taken by its use and client', async () => {
    expect(await issued({ token_use: 'access', client_id: CLIENT })).toEqual({ identity: `${ISSUER}#s` })
  })
  test('of any other issuer is taken by its type and audience (RFC 9068)', async () => {
    expect(await issued({ aud: CLIENT }, { typ: 'at+jwt' })).toEqual({ identity: `${ISSUER}#s` })
    expect(await issued({ aud: ['x', CLIENT] }, { typ: 'application/at+jwt' })).toEqual({ identity: `${ISSUER}#s` })
    expect(await issued({ aud: CLIENT }, { typ: 'JWT' })).toBeUndefined()
    expect(await issued({ aud: 'x' }, { typ: 'at+jwt' })).toBeUndefined()
  })
  test('may be thirty seconds off, and not forty', async () => {
    const access = { token_use: 'access', client_id: CLIENT }
    expect(await issued({ ...access, exp: seconds() - 25 })).toEqual({ identity: `${ISSUER}#s` })
    expect(await issued({ ...access, exp: seconds() - 40 })).toBeUndefined()
    expect(await issued({ ...access, nbf: seconds() + 25 })).toEqual({ identity: `${ISSUER}#s` })
    expect(await issued({ ...access, nbf: seconds() + 40 })).toBeUndefined()
  })
})
