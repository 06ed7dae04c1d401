import { OPERATIONS as CONTRACT } from '@anjie/contracts/operations/index'
import { addressOf, createApiClient } from '@anjie/web/app/api/apiClient'
import { IntentKeys } from '@anjie/web/app/api/intentKeys'
import { LateContract } from '@anjie/web/app/api/lateContract'
import { OPERATIONS } from '@anjie/web/app/api/operations'
import { type ApiProblem, asApiProblem } from '@anjie/web/ui/apiProblem'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

type Sent = { readonly url: string; readonly init: RequestInit }

function clientOver(answers: readonly (() => Response)[], afterwards = 'token-1', contract?: LateContract) {
  let token = 'token-1'
  const sent: Sent[] = []
  let signedOut = 0
  const client = createApiClient({
    apiOrigin: 'https://api.example',
    ...(contract === undefined ? {} : { faultOf: contract.faultOf.bind(contract) }),
    accessToken: () => token,
    onSignedOut: () => {
      signedOut += 1
      token = afterwards
      return Promise.resolve(afterwards !== 'token-1')
    },
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} })
      const answer = answers[Math.min(sent.length, answers.length) - 1]
      if (answer === undefined) throw new TypeError('no answer prepared')
      return answer()
    },
  })
  return { client, sent, signedOut: () => signedOut }
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status })
const cut = () => {
  throw new TypeError('network')
}
const headerOf = (sent: Sent | undefined, name: string) => new Headers(sent?.init.headers).get(name)
const problemOf = async (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => {
      throw new Error('expected a refusal')
    },
    (thrown: unknown) => asApiProblem(thrown),
  )

const submit = { params: { submissionId: '990101.01JABCDEFGHJKMNPQRSTVWXYZ0' }, ifMatch: 7, body: {} }
const done = json(200, { id: 'a', version: 8, status: 'submitted' })

describe('a command', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('carries token, key, version and JSON body', async () => {
    const { client, sent } = clientOver([done])
    const reply = await client.call(OPERATIONS.submitSubmission, submit, { idempotencyKey: 'key-1' })
    expect(reply).toEqual({ id: 'a', version: 8, status: 'submitted' })
    expect(sent[0]?.url).toBe('https://api.example/v1/submissions/990101.01JABCDEFGHJKMNPQRSTVWXYZ0/submission')
    expect(headerOf(sent[0], 'authorization')).toBe('Bearer token-1')
    expect(headerOf(sent[0], 'idempotency-key')).toBe('key-1')
    expect(headerOf(sent[0], 'if-match')).toBe('"7"')
    expect(sent[0]?.init.body).toBe('{}')
  })

  test('is repeated with the same key when the line was cut', async () => {
    const { client, sent } = clientOver([cut, json(503, {}), done])
    const call = client.call(OPERATIONS.submitSubmission, submit, { idempotencyKey: 'key-1' })
    await vi.runAllTimersAsync()
    await expect(call).resolves.toMatchObject({ version: 8 })
    expect(sent.map((each) => headerOf(each, 'idempotency-key'))).toEqual(['key-1', 'key-1', 'key-1'])
  })

  test('is not repeated when it was refused', async () => {
    const refusal = {
      type: 'about:blank',
      title: '内容已被他人更新',
      status: 412,
      detail: '第8版',
      code: 'stale-version',
      advice: '请查看最新内容',
      correlationId: 'c-1',
    }
    const { client, sent } = clientOver([json(412, refusal)])
    const problem = await problemOf(client.call(OPERATIONS.submitSubmission, submit, { idempotencyKey: 'key-1' }))
    expect(problem.is('stale-version')).toBe(true)
    expect(problem.outcomeUnknown).toBe(false)
    expect(problem.body.correlationId).toBe('c-1')
    expect(sent).toHaveLength(1)
  })

  test('without a key is never repeated', async () => {
    const { client, sent } = clientOver([cut])
    const problem = await problemOf(client.call(OPERATIONS.submitSubmission, submit))
    expect(problem.body.title).toBe('网络不通')
    expect(sent).toHaveLength(1)
  })
})

describe('an answer', () => {
  test('of another shape than the contract is shown only until the schemas have come, and is then refused', async () => {
    vi.useFakeTimers()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let readAnew = 0
    const contract = new LateContract(
      () => Promise.resolve({ OPERATIONS: CONTRACT }),
      () => {
        readAnew += 1
      },
    )
    const { client } = clientOver([json(200, { rows: [{ id: 1 }] })], 'token-1', contract)
    expect(await client.call(OPERATIONS.listCycles, {})).toEqual({ rows: [{ id: 1 }] })
    expect(readAnew).toBe(0)
    await vi.runAllTimersAsync()
    expect(readAnew).toBe(1)
    const problem = await problemOf(client.call(OPERATIONS.listCycles, {}))
    expect(problem.body.code).toBe('unexpected')
    expect(problem.body.title).toBe('系统出现意外情况')
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('stays what it is when the schemas cannot be loaded', async () => {
    vi.useFakeTimers()
    const contract = new LateContract(
      () => Promise.reject(new Error('gone')),
      () => expect.fail('nothing is known to be wrong'),
    )
    const { client } = clientOver([json(200, { rows: [] })], 'token-1', contract)
    expect(await client.call(OPERATIONS.listCycles, {})).toEqual({ rows: [] })
    await vi.runAllTimersAsync()
    expect(await client.call(OPERATIONS.listCycles, {})).toEqual({ rows: [] })
    vi.useRealTimers()
  })

  test.each([
    ['without a title', { title: undefined }],
    ['whose faults have no place', { errors: [{ detail: '必填' }] }],
  ])('of a refusal %s is told as one that nobody foresaw', async (_, change) => {
    const refusal = {
      type: '',
      title: '内容已更新',
      status: 412,
      detail: '',
      code: 'stale-version',
      advice: '',
      correlationId: '',
    }
    const { client } = clientOver([json(412, { ...refusal, ...change })])
    expect((await problemOf(client.call(OPERATIONS.listCycles, {}))).body.code).toBe('unexpected')
  })

  test.each([
    [401, 'not-signed-in'],
    [403, 'not-permitted'],
    [404, 'not-found'],
    [413, 'payload-too-large'],
  ])('%i of a gateway is told in Chinese', async (status, code) => {
    const { client } = clientOver([() => new Response('{"message":"Forbidden"}', { status })])
    const problem = await problemOf(client.call(OPERATIONS.listCycles, {}))
    expect(problem.body.code).toBe(code)
    expect(problem.body.title).toMatch(/\p{Script=Han}/u)
  })

  test('of 401 asks to sign in again, and stays a refusal when nobody does', async () => {
    const { client, sent, signedOut } = clientOver([json(401, {})])
    await problemOf(client.call(OPERATIONS.listCycles, {}))
    expect(signedOut()).toBe(1)
    expect(sent).toHaveLength(1)
  })

  test('of 401 is sent once more with the new token and the same key when the person has signed in again', async () => {
    const { client, sent } = clientOver([json(401, {}), done], 'token-2')
    const reply = await client.call(OPERATIONS.submitSubmission, submit, { idempotencyKey: 'key-1' })
    expect(reply).toMatchObject({ version: 8 })
    expect(sent.map((each) => headerOf(each, 'authorization'))).toEqual(['Bearer token-1', 'Bearer token-2'])
    expect(sent.map((each) => headerOf(each, 'idempotency-key'))).toEqual(['key-1', 'key-1'])
    expect(sent[1]?.init.body).toBe(sent[0]?.init.body)
  })

  test('of 401 with a new token too is a refusal and no circle', async () => {
    const { client, sent, signedOut } = clientOver([json(401, {})], 'token-2')
    expect((await problemOf(client.call(OPERATIONS.listCycles, {}))).body.status).toBe(401)
    expect(signedOut()).toBe(1)
    expect(sent).toHaveLength(2)
  })
})

describe('an address', () => {
  test('quotes what stands in it', () => {
    expect(
      addressOf('https://api.example', OPERATIONS.getScorecard, { params: { runId: '99.A/B', subject: '9901H1' } }),
    ).toBe('https://api.example/v1/runs/99.A%2FB/scorecards/9901H1')
    expect(addressOf('https://api.example', OPERATIONS.listUnits, { query: { kind: 'village' } })).toBe(
      'https://api.example/v1/units?kind=village',
    )
    expect(addressOf('https://api.example', OPERATIONS.listUnits, { query: {} })).toBe('https://api.example/v1/units')
  })
})

describe('the key of an intention', () => {
  const counting = () => {
    let count = 0
    return new IntentKeys(() => `key-${++count}`)
  }
  test('stays while its outcome is unknown', () => {
    const keys = counting()
    expect(keys.keyFor('{"a":1}')).toBe('key-1')
    expect(keys.keyFor('{"a":1}')).toBe('key-1')
  })
  test('is another one for other content, because the server refuses one key for two contents', () => {
    const keys = counting()
    keys.keyFor('{"a":1}')
    expect(keys.keyFor('{"a":2}')).toBe('key-2')
  })
  test('is another one after a definite answer', () => {
    const keys = counting()
    keys.keyFor('{"a":1}')
    keys.settle()
    expect(keys.keyFor('{"a":1}')).toBe('key-2')
  })
})
