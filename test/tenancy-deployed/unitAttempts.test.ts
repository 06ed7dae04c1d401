import { randomUUID } from 'node:crypto'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import { inParallel } from '@anjie/kernel'
import { callOperation } from '@anjie/local/apiClient'
import { clientOptions } from '@anjie/local/emulator'
import { DEMO_PASSWORD, DEMO_UNIT_LOG_INS, REPORT_COUNTY } from '@anjie/local/seed/demoPeople'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { paramsIn } from '../api/ids.ts'
import { sampleOf } from '../api/sampleOf.ts'

/**
 * Random attempts of four units' log-ins across each other and their county, through gateway, function and tables. Nothing that is another
 * unit's shows in an answer, and nothing of it changes.
 */
const ATTEMPTS = Number(process.env['UNIT_ATTEMPTS'] ?? 1_000)
const AT_ONCE = 6
const facts = await readStackFacts('test')
const cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
const operations = Object.values<Operation & { readonly id: string }>(OPERATIONS)
const tokenOf = (userName: string) => signInForScript(cognito, facts, userName, DEMO_PASSWORD)

interface Unit {
  readonly id: string
  readonly token: string
  /** What its own entry and its own post say: itself, the unit above it, the post. */
  readonly own: string
}
let units: readonly Unit[]
/** What is not any of these units' own: ids of records, by the unit that they lead with (none: the county's own). */
let targets: readonly { readonly id: string; readonly kind: string }[]

const ulidOf = (id: string): string => id.slice(7, 33)

beforeAll(async () => {
  units = await Promise.all(
    DEMO_UNIT_LOG_INS.map(async ([name]) => {
      const token = await tokenOf(`${REPORT_COUNTY}.${name}`)
      const { units: own } = await callOperation(facts.apiUrl, token, OPERATIONS.listUnits)
      expect(own, `${name} reads its own entry and no other`).toHaveLength(1)
      const { posts } = await callOperation(facts.apiUrl, token, OPERATIONS.getMe)
      return { id: own[0]?.id ?? '', token, own: JSON.stringify([own, posts]) }
    }),
  )
  const reporter = await tokenOf(`${REPORT_COUNTY}.reporter`)
  const admin = await tokenOf(`${REPORT_COUNTY}.admin`)
  const list = async (token: string, operation: Operation, kind: string) => {
    const answer = z
      .object({ rows: z.array(z.object({ id: z.string() })) })
      .parse(await callOperation(facts.apiUrl, token, operation))
    return answer.rows.map(({ id }) => ({ id, kind }))
  }
  const { units: register } = await callOperation(facts.apiUrl, reporter, OPERATIONS.listUnits)
  targets = [
    ...register.slice(0, 60).map(({ id }) => ({ id, kind: 'unit' })),
    ...(await list(reporter, OPERATIONS.listSubmissions, 'submission')),
    ...(await list(reporter, OPERATIONS.listApplications, 'application')),
    ...(await list(admin, OPERATIONS.listAppeals, 'appeal')),
    ...(await list(admin, OPERATIONS.listMemberships, 'membership')),
    ...(await list(admin, OPERATIONS.listRuns, 'run').catch(() => [])),
  ]
  expect(new Set(targets.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3)
}, 120_000)

/** Chance that repeats itself: a run that leaks can be run again. */
function chance(seed: number) {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return { of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T }
}

interface Attempt {
  readonly who: Unit
  readonly operation: Operation & { readonly id: string }
  readonly target: { readonly id: string; readonly kind: string }
}

/** Every id of the path that can be the target's is the target's. */
function paramsFor({ operation, target }: Attempt): Readonly<Record<string, string>> {
  const usual = paramsIn(operation, REPORT_COUNTY)
  return Object.fromEntries(
    Object.entries(usual).map(([name, value]) => {
      if (name === 'kind' || name === 'caseKind')
        return [name, ['submission', 'application'].includes(target.kind) ? target.kind : value]
      const fits = operation.params.safeParse({ ...usual, [name]: target.id }).success
      return [name, fits ? target.id : value]
    }),
  )
}

async function tried(attempt: Attempt) {
  const { operation, who, target } = attempt
  const params = paramsFor(attempt)
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const isCommand = operation.method !== 'GET'
  const sample = sampleOf(operation.body)
  const body =
    typeof sample === 'object' && sample !== null && 'unitId' in sample ? { ...sample, unitId: target.id } : sample
  const response = await fetch(`${facts.apiUrl}${path}`, {
    method: operation.method,
    headers: {
      authorization: `Bearer ${who.token}`,
      ...(isCommand ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
      ...(operation.ifMatch ? { 'if-match': '"1"' } : {}),
    },
    ...(isCommand ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, text: await response.text() }
}

test(`of ${ATTEMPTS} random attempts over HTTP none shows or changes anything of another unit`, async () => {
  const draw = chance(1)
  // What a unit may call is tried nine times in ten; what is not its to call, once.
  const own = operations.filter(({ access }) => access.roles.includes('unit-reporter'))
  const attempts = Array.from(
    { length: ATTEMPTS },
    (_, index): Attempt => ({
      who: draw.of(units),
      operation: draw.of(index % 10 === 0 ? operations : own),
      target: draw.of(targets),
    }),
  )
  const leaks: string[] = []
  const statuses = new Map<number, number>()
  let seenOwn = 0
  await inParallel(attempts, AT_ONCE, async (attempt) => {
    const { who, operation, target } = attempt
    const { status, text } = await tried(attempt)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (text.includes(ulidOf(who.id))) seenOwn += 1
    const said = (what: string) => leaks.push(`${operation.id} of ${target.kind} ${target.id}: ${what}`)
    if (status >= 500) said(`${status}`)
    // The run that one's own standing comes from is named beside it; whose scores it holds is asked by the units' ids.
    const foreign = [...units, ...targets.filter(({ kind }) => kind !== 'run')]
      .map(({ id }) => id)
      .map(ulidOf)
      .filter((each) => each.length === 26 && !who.own.includes(each))
    const shown = foreign.find((each) => text.includes(each))
    if (shown !== undefined) said(`shows ${shown}`)
    const isForeign = ulidOf(target.id) !== ulidOf(who.id)
    if (
      isForeign &&
      operation.method !== 'GET' &&
      status < 300 &&
      JSON.stringify(paramsFor(attempt)).includes(target.id)
    )
      said(`changes it with ${status}`)
  })
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
  console.log(`${ATTEMPTS} attempts over HTTP, ${leaks.length} leaks; answers by status ${counts.join(', ')}`)
  expect(leaks).toEqual([])
  // They read what is their own, so that silence is no proof by itself.
  expect(seenOwn).toBeGreaterThan(ATTEMPTS / 100)
}, 900_000)
