import { ROLES } from '@anjie/contracts/vocabulary/access/people'
import { PROBLEMS } from '@anjie/contracts/vocabulary/problems'
import { ROLE_LEVELS } from '@anjie/domain/access/index'
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { member, PLACES } from '../builders/people.ts'
import { namesRecords, paramsIn, putRecords } from './ids.ts'
import { sampleOf } from './sampleOf.ts'
import { ALL_OPERATIONS, CLIENT, ISSUER, type TestAnswer, type TestApi, testApi } from './testApi.ts'

/**
 * What every operation refuses, made from the table of operations: a new one is covered as soon as it stands there.
 */
let api: TestApi
const people = new Map(ROLES.map((role) => [role, member({ roles: [role] })]))
const personOf = (role: (typeof ROLES)[number]) => people.get(role) ?? member({ roles: [role] })

beforeAll(async () => {
  api = await testApi()
  for (const person of people.values()) api.join(person)
})

const expectProblem = ({ status, body, headers }: TestAnswer, code: keyof typeof PROBLEMS) => {
  expect({ status, code: body['code'], title: body['title'] }).toEqual({
    status: PROBLEMS[code].status,
    code,
    title: PROBLEMS[code].title,
  })
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(body['correlationId']).toBe(headers.get('x-correlation-id'))
}

const tokens: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'no token': async () => undefined,
  'an empty bearer': async () => 'Bearer ',
  'a garbage token': async () => 'Bearer not.a.token',
  'a token in the Basic scheme': async () => `Basic ${await tokenOfAdmin()}`,
  'a token that expired ten minutes ago': async () => bearer({ exp: seconds() - 600 }),
  'a token that is valid in ten minutes only': async () => bearer({ nbf: seconds() + 600 }),
  'a token without an end': async () => bearer({ exp: undefined }),
  'a token without a subject': async () => bearer({ sub: undefined }),
  'a token of another issuer with the same key id': async () => bearer({ iss: 'https://another.invalid' }),
  'a token of another client of the issuer': async () => bearer({ client_id: 'another-client' }),
  'an ID token': async () => bearer({ token_use: 'id', client_id: undefined, aud: CLIENT }),
  'an ID token of an issuer that does not mark them': async () =>
    bearer({ token_use: undefined, client_id: undefined, aud: CLIENT }),
  'an unsigned token (alg none)': async () =>
    `Bearer ${new UnsecuredJWT({ ...adminClaims(), iss: ISSUER, token_use: 'access', client_id: CLIENT, exp: seconds() + 600 }).encode()}`,
  'HS256 signed with the public key as secret': async () => {
    const secret = new TextEncoder().encode(await exportSPKI(api.keys.publicKey))
    return `Bearer ${await new SignJWT(fullClaims()).setProtectedHeader({ alg: 'HS256', kid: 'test-key' }).sign(secret)}`
  },
  'a signature by another key under the same key id': async () => {
    const { privateKey } = await generateKeyPair('RS256')
    return `Bearer ${await new SignJWT(fullClaims()).setProtectedHeader({ alg: 'RS256', kid: 'test-key' }).sign(privateKey)}`
  },
  'a key that the token brings along': async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    const jwk = await exportJWK(publicKey)
    return `Bearer ${await new SignJWT(fullClaims()).setProtectedHeader({ alg: 'RS256', jwk }).sign(privateKey)}`
  },
  'RS512 by the right key': async () => {
    const key = await importJWK(await exportJWK(api.keys.privateKey), 'RS512')
    return `Bearer ${await new SignJWT(fullClaims()).setProtectedHeader({ alg: 'RS512', kid: 'test-key' }).sign(key)}`
  },
}

const presented = new Map<string, Promise<string | undefined>>()

/** Making keys takes longer than everything else here: each token is made once. */
function presentedToken(kind: string): Promise<string | undefined> {
  const token = presented.get(kind) ?? tokens[kind]?.() ?? Promise.resolve(undefined)
  presented.set(kind, token)
  return token
}

const seconds = () => Math.floor(Date.parse('2026-03-02T01:00:00.000Z') / 1000)
const admin = personOf('province-admin')
const adminClaims = () => ({ sub: admin.identity.slice(ISSUER.length + 1) })
const fullClaims = () => ({
  ...adminClaims(),
  iss: ISSUER,
  token_use: 'access',
  client_id: CLIENT,
  exp: seconds() + 600,
})
const tokenOfAdmin = () => api.token(adminClaims())
const bearer = async (claims: Record<string, unknown>) => `Bearer ${await api.token({ ...adminClaims(), ...claims })}`

describe.each(ALL_OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const own = () => paramsIn(operation, PLACES.county.code)
  const body = () => sampleOf(operation.body)
  const query = () =>
    new URLSearchParams(z.record(z.string(), z.coerce.string()).parse(sampleOf(operation.query))).toString()

  test.each(Object.keys(tokens))('refuses %s with 401', async (kind) => {
    const authorization = await presentedToken(kind)
    const answer = await api.call(operation, {
      params: own(),
      ...(authorization === undefined ? {} : { authorization }),
    })
    expectProblem(answer, 'not-signed-in')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  // The one way to a post asks for none; who may come that way is test/people's business.
  if (operation.anyLogIn) return

  test('refuses somebody who is signed in and holds no post', async () => {
    const authorization = `Bearer ${await api.token({ sub: 'somebody-new' })}`
    expectProblem(await api.call(operation, { params: own(), authorization }), 'no-membership')
  })

  test('refuses somebody whose term is over', async () => {
    for (const role of operation.access.roles) {
      const former = member({ roles: [role], personId: `former-${role}`, validUntil: '2026-03-01' })
      api.join(former)
      expectProblem(await api.call(operation, { params: own(), member: former }), 'no-membership')
    }
  })

  test('refuses every role that is not named for it', async () => {
    for (const role of ROLES.filter((each) => !operation.access.roles.includes(each))) {
      expectProblem(await api.call(operation, { params: own(), member: personOf(role), body: body() }), 'not-permitted')
    }
  })

  test('refuses a role that is held at the wrong level', async () => {
    for (const role of operation.access.roles) {
      const elsewhere = ROLE_LEVELS[role] === 'county' ? PLACES.province.code : PLACES.county.code
      const slip = member({ roles: [role], jurisdiction: elsewhere, personId: `slip-${role}` })
      api.join(slip)
      expectProblem(await api.call(operation, { params: own(), member: slip, body: body() }), 'not-permitted')
    }
  })

  if (operation.method !== 'GET') {
    const anyone = () => personOf(operation.access.roles[0] ?? 'auditor')

    test('demands an Idempotency-Key', async () => {
      for (const idempotencyKey of [undefined, 'short', 'with space', 'a'.repeat(129), 'a#b#c#d#e#f']) {
        const answer = await api.call(operation, { params: own(), member: anyone(), body: body(), idempotencyKey })
        expectProblem(answer, 'idempotency-key-required')
      }
    })

    if (operation.ifMatch) {
      test('demands the version that the change was made from', async () => {
        for (const ifMatch of [undefined, '*', '', 'x', '-1', '1.5']) {
          const answer = await api.call(operation, { params: own(), member: anyone(), body: body(), ifMatch })
          expectProblem(answer, 'if-match-required')
        }
      })
    }

    test('refuses a body with fields that it does not know, and names them', async () => {
      const sample = body()
      const extra = { tenantId: '990102', unitId: 'x', status: 'APPROVED', score: 100, rank: 1, version: 999 }
      const keys = { createdBy: 'x', pk: 'T#990102#', sk: 'STATE#', gsi1pk: 'x', ttl: 1, expiresAt: 1, enteredBy: [] }
      const answer = await api.call(operation, {
        params: own(),
        member: anyone(),
        body: { ...(typeof sample === 'object' ? sample : {}), ...extra, ...keys },
      })
      expectProblem(answer, 'invalid-input')
      const pointers = z.array(z.object({ pointer: z.string() })).parse(answer.body['errors'])
      expect(pointers.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/tenantId', '/pk', '/ttl']))
    })

    test('refuses __proto__, broken JSON, another type, broken UTF-8 and nothing but a list', async () => {
      const polluted = `{"__proto__":{"roles":["province-admin"]}${JSON.stringify(body())
        .slice(1)
        .replace(/^(?=.{2})/, ',')}`
      for (const text of [polluted, '{', '[]', '"text"', 'null', '1']) {
        expectProblem(await api.call(operation, { params: own(), member: anyone(), body: text }), 'invalid-input')
      }
      const headers = { 'content-type': 'text/plain' }
      expectProblem(
        await api.call(operation, { params: own(), member: anyone(), body: JSON.stringify(body()), headers }),
        'invalid-input',
      )
    })

    test('refuses more than 5 MB before it reads them', async () => {
      const answer = await api.call(operation, {
        params: own(),
        member: anyone(),
        body: JSON.stringify({ text: 'a'.repeat(5 * 1024 * 1024) }),
      })
      expectProblem(answer, 'payload-too-large')
    })
  }

  test('answers a well-formed call by every role that may make it, about records that are not there, and never with 5xx', async () => {
    for (const role of operation.access.roles) {
      const answer = await api.call(operation, { params: own(), member: personOf(role), body: body(), query: query() })
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
    }
  })

  test('refuses what is not asked for in the query, and a name that comes twice', async () => {
    const person = personOf(operation.access.roles[0] ?? 'auditor')
    const twice = await api.call(operation, {
      params: own(),
      member: person,
      query: 'kind=village&kind=township',
      body: body(),
    })
    expectProblem(twice, 'invalid-input')
    const declared = query()
    const undeclared = await api.call(operation, {
      params: own(),
      member: person,
      query: `${declared}${declared === '' ? '' : '&'}tenantId=990102`,
      body: body(),
    })
    expectProblem(undeclared, 'invalid-input')
    expect(undeclared.body['detail'], 'the refusal names what was not asked for').toContain('tenantId')
  })

  if (namesRecords(operation)) {
    test("answers another tenant's ids, taken or not, exactly like own ids that do not exist", async () => {
      for (const role of operation.access.roles) {
        const person = personOf(role)
        const send = (county: string) =>
          api.call(operation, { params: paramsIn(operation, county), member: person, body: body(), query: query() })
        const answers = []
        for (const county of [PLACES.county.code, ...strangersOf(role)]) answers.push(await send(county))
        for (const county of strangersOf(role)) {
          const params = paramsIn(operation, county)
          await putRecords(api.stores, strangersIds(params))
          answers.push(await api.call(operation, { params, member: person, body: body(), query: query() }))
        }
        for (const answer of answers) {
          expectProblem(answer, 'not-found')
          expect(withoutCorrelation(answer)).toEqual(withoutCorrelation(answers[0]))
        }
      }
    })

    test('answers ids that cannot exist, and Chinese or reserved characters in their place, with 404', async () => {
      const person = personOf(operation.access.roles[0] ?? 'auditor')
      const names = Object.keys(own())
      for (const value of ['甲县', '100%达标', '甲/乙', '甲?admin=true', '甲#乙', '..', '990101', 'T#990101#', '%00']) {
        const params = Object.fromEntries(names.map((name) => [name, value]))
        const answer = await api.call(operation, { params, member: person, body: body() })
        expect([404, 400]).toContain(answer.status)
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
      }
    })
  }
})

/** Counties whose records, cities and provinces a post of this role has nothing to do with. */
function strangersOf(role: (typeof ROLES)[number]): readonly string[] {
  const { neighbourCounty, farCounty, foreignCounty } = PLACES
  const byLevel = {
    county: [neighbourCounty.code, farCounty.code, foreignCounty.code],
    city: [farCounty.code, foreignCounty.code],
    province: [foreignCounty.code],
  }
  return byLevel[ROLE_LEVELS[role]]
}

/** Without the ids of the posts' own province: what the province shares is no stranger's. */
const strangersIds = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).filter(([, id]) => !id.startsWith(`${PLACES.province.code}.`)))

function withoutCorrelation(answer: TestAnswer | undefined) {
  const { correlationId: _, ...body } = answer?.body ?? {}
  return { status: answer?.status, body }
}
