import { areaOf } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { faultPlaces } from '@anjie/contracts/vocabulary/faultText'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { CALLS_A_SECOND, CALLS_AT_ONCE } from '@anjie/domain/access/callAllowance'
import { codeOf, levelOf, type Purpose } from '@anjie/domain/access/index'
import { type Clock, err, ok } from '@anjie/kernel'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { UseCaseOf } from '@anjie/use-cases/input'
import type {
  Accounts,
  CarriedOut,
  CarryOut,
  Command,
  CommandContext,
  CommandId,
  EvidenceFiles,
  ImportOrders,
  Joining,
  JoiningContext,
  LogIns,
  MachineCalls,
  PartyDigesting,
  Query,
  QueryContext,
  RecordStore,
  Scope,
} from '@anjie/use-cases/ports'
import { endedUnitFault } from '@anjie/use-cases/units/endedUnitFault'
import type { Context, Hono } from 'hono'
import { answerHeaders } from './answerHeaders.ts'
import { etagOf, readIfMatch } from './concurrency.ts'
import type { keptDivisionTree, TreeAge } from './divisionTree.ts'
import { onceOnly, readIdempotencyKey } from './idempotency.ts'
import { inputProblem } from './inputProblem.ts'
import { findIdentity, findPrincipal, type Principal, type PrincipalSources, permits } from './principal.ts'
import { problemAnswer, unexpectedAnswer } from './problemJson.ts'
import { readBody, readParams, readQuery } from './readInput.ts'
import { errorForLog, type LogRequest } from './requestLog.ts'

/** Everything around the use cases; production and tests give their own. */
export interface ApiPlumbing extends PrincipalSources {
  openStore(scope: Scope, mark?: CommandMark): CommandStore
  openJoiningStore(jurisdiction: string, mark?: CommandMark): CommandStore
  readonly logIns: LogIns
  readonly accounts: Accounts | undefined
  readonly importOrders: ImportOrders
  readonly partyDigests: PartyDigesting
  readonly machineCalls: MachineCalls
  readonly issuer: string
  evidenceFiles(scope: Scope, purpose: Purpose): EvidenceFiles
  readonly divisionTree: ReturnType<typeof keptDivisionTree>
  readonly clock: Clock
  newId(): string
  newCheckCode(): string
  newInvitationSecret(): string
  /** SHA-256, hexadecimal, over canonical JSON. */
  digest(content: unknown): string
  newCorrelationId(): string
  readonly log: LogRequest
}

/** Handed over by the entry point with each request; `now` stands for the clock where the entry point lets it be set. */
export type ApiBindings = { readonly Bindings: { readonly requestId?: string; readonly now?: string } }

/** A Lambda answers with at most 6 MB; beyond that the caller would see a gateway's error and not ours. */
const MAX_ANSWER_BYTES = 5 * 1024 * 1024

type Answer = { readonly response: Response; readonly problem?: string; readonly jurisdiction?: string }

/**
 * Serves one operation of the contract. In this order: token, membership, role; then path, query, `Idempotency-Key`,
 * `If-Match` and body; then the use case with the caller's own store. Nothing about a record is read before the role is known.
 */
export function mountOperation<O extends Operation>(
  app: Hono<ApiBindings>,
  operation: O,
  useCase: UseCaseOf<O>,
  plumbing: ApiPlumbing,
  others: OtherOperations,
): void {
  app.on(operation.method, routePath(operation), async (c) => {
    const started = performance.now()
    const correlationId = plumbing.newCorrelationId()
    const line = (answer: Answer, error?: unknown) =>
      plumbing.log({
        correlationId,
        operation: operation.id,
        status: answer.response.status,
        milliseconds: Math.round(performance.now() - started),
        ...(answer.jurisdiction === undefined ? {} : { jurisdiction: answer.jurisdiction }),
        ...(answer.problem === undefined ? {} : { problem: answer.problem }),
        ...(c.env?.requestId === undefined ? {} : { requestId: c.env.requestId }),
        ...(error === undefined ? {} : { error: errorForLog(error) }),
      })
    try {
      const answer = await serve(c, operation, useCase, plumbing, others, correlationId)
      line(answer)
      return answer.response
    } catch (thrown) {
      const answer = { response: unexpectedAnswer(correlationId), problem: 'unexpected' }
      line(answer, thrown)
      return answer.response
    }
  })
}

/** `/v1/cycles/{cycleId}` as Hono writes it. */
export const routePath = ({ path }: Operation): string => path.replace(/\{(\w+)\}/g, ':$1')

async function serve<O extends Operation>(
  c: Context<ApiBindings>,
  operation: O,
  useCase: UseCaseOf<O>,
  plumbing: ApiPlumbing,
  others: OtherOperations,
  correlationId: string,
): Promise<Answer> {
  const now = c.env?.now ?? plumbing.clock.now()
  if (operation.anyLogIn) return serveJoining(c, operation, useCase, plumbing, correlationId, now)
  const credentials = { authorization: c.req.header('authorization'), post: c.req.header('anjie-post') }
  const principal = await findPrincipal(credentials, operation, now, plumbing)
  if (!principal.ok) return refused(principal.error, correlationId)
  const { member, scope } = principal.value
  const jurisdiction = codeOf(scope)
  const purpose: Purpose = operation.method === 'GET' ? 'read' : areaOf(operation.id)
  const refuse = (problem: Problem): Answer => refused(problem, correlationId, jurisdiction)

  const waits = member.scopes === undefined ? 0 : await plumbing.machineCalls.take(member.identity, now)
  if (waits > 0) return refuse(tooManyCalls(waits))
  const params = readParams(operation, c.req.param())
  if (!params.ok) return refuse(params.error)
  const query = readQuery(operation, new URL(c.req.url).searchParams)
  if (!query.ok) return refuse(query.error)

  if (operation.method === 'GET') {
    const store = plumbing.openStore(scope)
    const context = queryContext(plumbing, principal.value, store, now, purpose, 'recent')
    // A GET's use case is a query: `UseCaseOf` says so for each single operation, but not for the type of them all.
    const ask = useCase as Query<unknown, unknown>
    const result = await ask(context, { params: params.value, query: query.value, body: {} })
    if (!result.ok) return refuse(result.error)
    return answered(operation, result.value, 200, correlationId, jurisdiction)
  }

  const key = readIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return refuse(key.error)
  const ifMatch = operation.ifMatch ? readIfMatch(c.req.header('if-match')) : undefined
  if (ifMatch?.ok === false) return refuse(ifMatch.error)
  const body = await readBody(operation, c.req.raw)
  if (!body.ok) return refuse(body.error)

  const input = { params: params.value, query: query.value, body: body.value }
  const call: Call = {
    operation,
    input,
    idempotencyKey: key.value,
    ...(ifMatch === undefined ? {} : { ifMatch: ifMatch.value }),
  }
  const requestHash = requestHashOf(call, member, plumbing)
  const store = plumbing.openStore(scope, markOf(call, principal.value, requestHash, { correlationId, now }))
  // As above: everything that is not a GET is a command.
  const carryOut = useCase as Command<unknown>
  const reading = (age: TreeAge) => queryContext(plumbing, principal.value, store, now, purpose, age)
  let once: CarriedOut['once']
  const result = await onceOnly(
    store,
    requestHash,
    async () => {
      const context = commandContext(plumbing, call, reading('fresh'), principal.value, others, { correlationId, now })
      // What one has read oneself is no business of the unit's.
      const ended = purpose === 'messages' ? undefined : await endedUnitFault(context)
      if (ended !== undefined) return err(ended)
      const carried = await carryOut(context, input)
      once = carried.ok ? carried.value.once : undefined
      return carried
    },
    operation.startsFrom !== undefined,
  )
  if (!result.ok) return refuse(result.error)
  const { outcome, repeated } = result.value
  const more = await carryOut.completeAnswer?.(reading('recent'), input, outcome)
  if (more?.ok === false) return refuse(more.error)
  const { status } = operation.success
  return answered(
    operation,
    { ...more?.value, ...(repeated ? {} : once), ...outcome },
    status,
    correlationId,
    jurisdiction,
    repeated,
  )
}

const tooManyCalls = (retryAfterSeconds: number): Problem => ({
  code: 'too-many-calls',
  detail: `这个接口客户端调用过于频繁，请${retryAfterSeconds}秒后用同一个操作编号重试；可以连续调用${CALLS_AT_ONCE}次，此后每秒${CALLS_A_SECOND}次`,
  retryAfterSeconds,
})

interface Moment {
  readonly correlationId: string
  readonly now: string
}

/** One call of a command: what is asked for, by which key, from which version. */
interface Call {
  readonly operation: Operation
  readonly input: { readonly params: unknown; readonly query: unknown; readonly body: unknown }
  readonly idempotencyKey: string
  readonly ifMatch?: number
}

/** Finds an operation with its use case, for a command that carries others out. */
export type OtherOperations = (id: CommandId) => { readonly operation: Operation; readonly useCase: Command<unknown> }

const requestHashOf = ({ operation, input }: Call, member: Membership, { digest }: ApiPlumbing): string =>
  digest({
    operation: operation.id,
    person: member.personId,
    ...(member.id === undefined ? {} : { post: member.id }),
    ...input,
  })

function markOf(
  { operation, input, idempotencyKey, ifMatch }: Call,
  { member, scope }: Principal,
  requestHash: string,
  { correlationId, now }: Moment,
): CommandMark {
  const params: Readonly<Record<string, unknown>> = { ...(input.params as object) }
  const startsFrom =
    operation.startsFrom === undefined || ifMatch === undefined
      ? undefined
      : { kind: operation.startsFrom, id: String(params[`${operation.startsFrom}Id`] ?? ''), version: ifMatch }
  return {
    actor: {
      personId: member.personId,
      personName: member.personName,
      post: member.post,
      level: levelOf(scope),
      jurisdiction: member.jurisdiction.code,
      jurisdictionName: member.jurisdictionName,
      ...(member.scopes === undefined ? {} : { machine: true as const }),
      ...(scope.level === 'unit' ? { unit: scope.unit } : {}),
    },
    correlationId,
    now,
    idempotencyKey,
    requestHash,
    purpose: areaOf(operation.id),
    ...(startsFrom === undefined ? {} : { startsFrom }),
  }
}

const commandContext = (
  plumbing: ApiPlumbing,
  { ifMatch }: Call,
  reading: QueryContext,
  principal: Principal,
  others: OtherOperations,
  moment: Moment,
): CommandContext => ({
  ...reading,
  ...(ifMatch === undefined ? {} : { ifMatch }),
  newId: plumbing.newId,
  newCheckCode: plumbing.newCheckCode,
  newInvitationSecret: plumbing.newInvitationSecret,
  logIns: plumbing.logIns,
  accounts: plumbing.accounts,
  importOrders: plumbing.importOrders,
  partyDigests: plumbing.partyDigests,
  carryOut: carryOutFor(plumbing, principal, reading.divisions, others, moment),
  issuer: plumbing.issuer,
  digest: plumbing.digest,
})

/** Another operation by the same person at the same post: as a call of its own, without the way over the network. */
function carryOutFor(
  plumbing: ApiPlumbing,
  principal: Principal,
  divisions: QueryContext['divisions'],
  others: OtherOperations,
  moment: Moment,
): CarryOut {
  return async (id, input, { idempotencyKey, ifMatch }) => {
    const { operation, useCase } = others(id)
    const permitted = permits(principal.member, operation)
    if (!permitted.ok) return permitted
    const params = operation.params.safeParse(input.params)
    const body = operation.body.safeParse(input.body)
    if (!params.success) return err(inputProblem(params.error))
    if (!body.success) return err(inputProblem(body.error))
    const call: Call = {
      operation,
      input: { params: params.data, query: {}, body: body.data },
      idempotencyKey,
      ...(ifMatch === undefined ? {} : { ifMatch }),
    }
    const requestHash = requestHashOf(call, principal.member, plumbing)
    const store = plumbing.openStore(principal.scope, markOf(call, principal, requestHash, moment))
    const reading = {
      ...queryContext(plumbing, principal, store, moment.now, areaOf(operation.id), 'fresh'),
      divisions,
    }
    const context = commandContext(plumbing, call, reading, principal, others, moment)
    let once: CarriedOut['once']
    const carried = await onceOnly(
      store,
      requestHash,
      async () => {
        const done = await useCase(context, call.input)
        once = done.ok ? done.value.once : undefined
        return done
      },
      operation.startsFrom !== undefined,
    )
    if (!carried.ok) return carried
    const { outcome, repeated } = carried.value
    return ok({ ...outcome, ...(repeated || once === undefined ? {} : { once }) })
  }
}

/** Somebody who holds no post yet: token, key and body, then the use case, which finds by the code where it may look. */
async function serveJoining<O extends Operation>(
  c: Context<ApiBindings>,
  operation: O,
  useCase: UseCaseOf<O>,
  plumbing: ApiPlumbing,
  correlationId: string,
  now: string,
): Promise<Answer> {
  const verified = await findIdentity(c.req.header('authorization'), plumbing)
  if (!verified.ok) return refused(verified.error, correlationId)
  const { identity } = verified.value
  const query = readQuery(operation, new URL(c.req.url).searchParams)
  if (!query.ok) return refused(query.error, correlationId)
  const key = readIdempotencyKey(c.req.header('idempotency-key'))
  if (!key.ok) return refused(key.error, correlationId)
  const body = await readBody(operation, c.req.raw)
  if (!body.ok) return refused(body.error, correlationId)
  // The one operation for any log-in is served by a use case of this kind; `UseCaseOf` says so for it alone.
  const join = useCase as unknown as Joining<unknown>
  const context: JoiningContext = {
    identity,
    boundTo: plumbing.digest(identity),
    logIns: plumbing.logIns,
    openStore: (jurisdiction, actor) =>
      plumbing.openJoiningStore(
        jurisdiction,
        actor === undefined
          ? undefined
          : {
              actor,
              correlationId,
              now,
              idempotencyKey: key.value,
              requestHash: plumbing.digest(body.value),
              purpose: areaOf(operation.id),
            },
      ),
    newId: plumbing.newId,
    digest: plumbing.digest,
    now,
  }
  const result = await join(context, { params: {}, query: query.value, body: body.value })
  if (!result.ok) return refused(result.error, correlationId)
  return answered(operation, result.value, operation.success.status, correlationId)
}

function queryContext(
  plumbing: ApiPlumbing,
  { member, posts, scope, signedInAt }: Principal,
  store: RecordStore,
  now: string,
  purpose: Purpose,
  age: TreeAge,
): QueryContext {
  let tree: ReturnType<QueryContext['divisions']> | undefined
  const divisions = () => {
    tree ??= plumbing.divisionTree(scope, store, age)
    return tree
  }
  return {
    scope,
    member,
    posts,
    store,
    evidence: plumbing.evidenceFiles(scope, purpose),
    divisions,
    now,
    ...(signedInAt === undefined ? {} : { signedInAt }),
  }
}

const refused = (problem: Problem, correlationId: string, jurisdiction?: string): Answer => ({
  response: problemAnswer(problem, correlationId),
  problem: problem.code,
  ...(jurisdiction === undefined ? {} : { jurisdiction }),
})

/** The answer as the contract declares it: whatever else a use case gave back is left out, and a wrong shape is our fault. */
function answered(
  operation: Operation,
  content: unknown,
  status: number,
  correlationId: string,
  jurisdiction?: string,
  repeated = false,
): Answer {
  const parsed = operation.success.body.safeParse(content)
  if (!parsed.success) {
    throw new Error(`the answer of ${operation.id} is not as declared: ${faultPlaces(parsed.error)}`)
  }
  const text = JSON.stringify(parsed.data)
  if (Buffer.byteLength(text) > MAX_ANSWER_BYTES) {
    return refused({ code: 'payload-too-large', detail: '查询结果过大，请缩小范围' }, correlationId, jurisdiction)
  }
  const version = versionOf(parsed.data)
  const response = new Response(text, {
    status,
    headers: {
      ...answerHeaders(correlationId),
      'content-type': 'application/json; charset=utf-8',
      ...(version === undefined ? {} : { etag: etagOf(version) }),
      ...(repeated ? { 'idempotency-replayed': 'true' } : {}),
    },
  })
  return { response, ...(jurisdiction === undefined ? {} : { jurisdiction }) }
}

const versionOf = (content: unknown): number | undefined =>
  typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'number'
    ? content.version
    : undefined
