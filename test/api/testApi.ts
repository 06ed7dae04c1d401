import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { OPERATIONS, type OperationId } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { createApi } from '@anjie/function-api/createApi'
import { importFile } from '@anjie/function-importer/importFile'
import { type ApiPlumbing, keptDivisionTree, type RequestLine, tokenVerifier } from '@anjie/http'
import { digest, newInvitationSecret, openStore } from '@anjie/store'
import { memoryMachineCalls } from '@anjie/store/memory/memoryMachineCalls'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import { type MemoryStores, memoryStores } from '@anjie/store/memory/memoryStores'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { z } from 'zod'
import { checkCodes } from '../builders/checkCodes.ts'
import { divisionTree, NOW, systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { ulid } from '../builders/ulid.ts'

export const ISSUER = 'https://issuer.invalid'
export const CLIENT = 'console-client'

const RAW_DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/

export const ALL_OPERATIONS: readonly (Operation & { readonly id: string })[] = Object.values(OPERATIONS)

export interface TestCall {
  readonly member?: Membership
  /** Instead of the member's own token. */
  readonly authorization?: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
  readonly idempotencyKey?: string | undefined
  readonly ifMatch?: number | string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestAnswer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

export interface TestApi {
  readonly stores: MemoryStores
  readonly lines: readonly RequestLine[]
  readonly keys: Awaited<ReturnType<typeof generateKeyPair>>
  /** Sets the clock; every later call sees it. */
  setNow(instant: string): void
  join(member: Membership): void
  token(claims?: JWTPayload, header?: Record<string, unknown>): Promise<string>
  tokenOf(member: Membership): Promise<string>
  call(operation: OperationId | (Operation & { readonly id: string }), given?: TestCall): Promise<TestAnswer>
  fetch(path: string, init?: RequestInit): Promise<TestAnswer>
}

/** The API in this process: the real routes and use cases over the store in memory, with an issuer of the test's own. */
export async function testApi(
  change: Partial<ApiPlumbing> = {},
  options: Parameters<typeof memoryStores>[0] = {},
): Promise<TestApi> {
  const stores = memoryStores(options)
  const partyDigests = memoryPartyDigests()
  for (const province of ['99', '98']) await loadDivisions(stores, province)
  const keys = await generateKeyPair('RS256', { extractable: true })
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: 'test-key', alg: 'RS256', use: 'sig' }
  const lines: RequestLine[] = []
  let now = NOW
  const app = createApi({
    verifyToken: tokenVerifier({
      issuer: ISSUER,
      audience: CLIENT,
      keys: createLocalJWKSet({ keys: [publicKey] }),
      now: () => new Date(now),
    }),
    memberships: stores.memberships,
    openStore: (scope, mark) => openStore(stores, scope, mark),
    evidenceFiles: stores.evidenceFiles,
    divisionTree: keptDivisionTree(() => Date.parse(now)),
    clock: { now: () => now },
    newId: ulid,
    newCheckCode: checkCodes(),
    newInvitationSecret,
    openJoiningStore: stores.openJoiningStore,
    logIns: stores.logIns,
    machineCalls: memoryMachineCalls(),
    accounts: undefined,
    partyDigests,
    // What the importer does as soon as the queue brings it an order.
    importOrders: {
      send: async (order) => {
        await importFile(order, {
          store: stores.openPlatformStore(order.batchId.slice(0, 2), systemMark({ now })),
          fetchFile: async (key, mark) => stores.evidence.fetch(key, mark),
          removeFile: async (key) => stores.evidence.remove(key),
          partyDigests,
          deliveries: 1,
          now,
        })
      },
    },
    issuer: ISSUER,
    digest,
    newCorrelationId: randomUUID,
    log: (line) => void lines.push(line),
    ...change,
  })

  const token: TestApi['token'] = (claims = {}, header = {}) => {
    const seconds = Math.floor(Date.parse(now) / 1000)
    const payload = {
      iss: ISSUER,
      sub: 'nobody',
      token_use: 'access',
      client_id: CLIENT,
      iat: seconds,
      exp: seconds + 1800,
    }
    return new SignJWT({ ...payload, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'test-key', ...header })
      .sign(keys.privateKey)
  }
  const fetch: TestApi['fetch'] = async (path, init) => {
    const response = await app.request(path, init)
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers }
  }
  const api: TestApi = {
    stores,
    lines,
    keys,
    setNow: (instant) => {
      now = instant
    },
    join: (member) => stores.putMembership(member),
    token,
    tokenOf: (member) => token({ sub: member.identity.slice(ISSUER.length + 1) }),
    fetch,
    call: async (which, given = {}) => {
      const operation: Operation = typeof which === 'string' ? OPERATIONS[which] : which
      const isCommand = operation.method !== 'GET'
      const authorization =
        given.authorization ?? (given.member === undefined ? undefined : `Bearer ${await api.tokenOf(given.member)}`)
      const key = 'idempotencyKey' in given ? given.idempotencyKey : randomUUID()
      const ifMatch = 'ifMatch' in given ? given.ifMatch : 1
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(given.params?.[name] ?? 'missing'),
      )
      const answer = await fetch(`${path}${given.query === undefined ? '' : `?${given.query}`}`, {
        method: operation.method,
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          ...(isCommand && key !== undefined ? { 'idempotency-key': key } : {}),
          ...(isCommand && operation.ifMatch && ifMatch !== undefined ? { 'if-match': `"${ifMatch}"` } : {}),
          ...(isCommand ? { 'content-type': 'application/json' } : {}),
          ...given.headers,
        },
        ...(isCommand ? { body: typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {}) } : {}),
      })
      // Whatever a test asks for: a client that was made from the description meets no answer that it does not name.
      if (!documentedAnswers(operation.id).includes(String(answer.status)))
        throw new Error(`${operation.id} answers ${answer.status}, which openapi.json does not name`)
      // Refusals are read by clerks, who write a day as 2026年12月2日.
      if (answer.status >= 400 && RAW_DAY.test(JSON.stringify(answer.body)))
        throw new Error(`${operation.id} refuses with a raw date: ${String(answer.body['detail'])}`)
      return answer
    },
  }
  return api
}

const described = z
  .looseObject({
    paths: z.record(
      z.string(),
      z.record(z.string(), z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) })),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../../contracts/openapi.json', import.meta.url), 'utf8')))
const answersById = new Map(
  Object.values(described.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId, responses }) => [operationId, Object.keys(responses)] as const),
  ),
)
const documentedAnswers = (operationId: string): readonly string[] => answersById.get(operationId) ?? []

async function loadDivisions(stores: MemoryStores, province: string): Promise<void> {
  const id = `${province}.divisions`
  const written = await stores.openPlatformStore(province, systemMark()).commit([
    {
      kind: 'divisions',
      id,
      expectedVersion: 0,
      next: divisionTree(province),
      fact: { type: 'DivisionsLoaded', details: someDetails('DivisionsLoaded') },
    },
  ])
  if (!written.ok) throw new Error(written.error.detail)
}
