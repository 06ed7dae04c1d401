import { gzipSync } from 'node:zlib'
import { OPERATIONS, type OperationId } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { ProblemJson } from '@anjie/contracts/vocabulary/problemJson'
import { importFile } from '@anjie/function-importer/importFile'
import { type ApiBindings, keptDivisionTree, mountOperation } from '@anjie/http'
import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import { digest, newInvitationSecret, openStore } from '@anjie/store'
import { dynamoBytes, writeUnits } from '@anjie/store/counting/capacityUnits'
import {
  addTo,
  type CountingTables,
  countingTables,
  type PartitionUnits,
  type Spent,
} from '@anjie/store/counting/countingTables'
import { memoryMachineCalls } from '@anjie/store/memory/memoryMachineCalls'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import { type MemoryStores, memoryStores } from '@anjie/store/memory/memoryStores'
import type { Item } from '@anjie/store/tables'
import { USE_CASES } from '@anjie/use-cases'
import type { CommandMark } from '@anjie/use-cases/commandStore'
import type { UseCaseOf } from '@anjie/use-cases/input'
import { carryOutScoring } from '@anjie/use-cases/league-tables/carryOutScoring'
import type { Command } from '@anjie/use-cases/ports'
import { Hono } from 'hono'
import { type CallInput, Refused } from '../../apiClient.ts'
import { countedIds } from './countedIds.ts'

type Operations = typeof OPERATIONS
type AnswerOf<Id extends OperationId> = Operations[Id]['success']['body']['_zod']['output']

/** What one call cost, and how large its answer was. */
export interface CallCost extends Readonly<Spent> {
  readonly answerBytes: number
  /** The answer as the store would keep it. */
  readonly packedAnswerBytes: number
  /** Write units of the lines and documents that are projected from its facts. */
  readonly projectedUnits: number
  /** The most that fell on one partition which the whole province shares; what is projected into it is among it. */
  readonly shared: PartitionUnits
}

/** The whole API in this process, over a store in memory that counts. */
export interface BenchApi {
  readonly stores: MemoryStores
  readonly newId: () => string
  /** What the clock shows; later calls see it. */
  now: string
  call<Id extends OperationId>(who: Membership, id: Id, input?: CallInput<Operations[Id]>): Promise<AnswerOf<Id>>
  /** The same call with what it cost. A refusal is an answer too: its code stands in `refused`. */
  measure<Id extends OperationId>(
    who: Membership,
    id: Id,
    input?: CallInput<Operations[Id]>,
  ): Promise<{ readonly cost: CallCost; readonly refused?: string }>
  platformMark(): CommandMark
  /** What the scorer does as soon as the stream tells it. */
  carryOutScoring(cycleId: string): Promise<void>
  measureScoring(cycleId: string): Promise<CallCost>
}

// `keys` of a table that is written out in full: exactly its ids.
const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[]

/** Longer than any tree is kept, so that a measured call never finds what an earlier one has read. */
const BETWEEN_CALLS_MS = 60_000

export function benchApi(start: string): BenchApi {
  let counting: CountingTables | undefined
  let projectedUnits = 0
  let projectedInto = new Map<string, PartitionUnits>()
  let calls = 0
  const stores = memoryStores({
    keepFacts: false,
    through: (tables) => {
      counting = countingTables(tables)
      return counting.tables
    },
    onProjected: (item, former) => {
      const units = projectionUnits(item, former)
      projectedUnits += units
      addTo(projectedInto, item.pk, { writeUnits: units })
    },
  })
  const newId = countedIds()
  const app = new Hono<ApiBindings>()
  const partyDigests = memoryPartyDigests()
  const plumbing: Parameters<typeof mountOperation>[3] = {
    // Nothing here is about tokens: the identity itself stands for one.
    verifyToken: async (token) => ({ identity: Buffer.from(token, 'base64url').toString('utf8') }),
    memberships: stores.memberships,
    openStore: (scope, mark) => openStore(stores, scope, mark),
    evidenceFiles: stores.evidenceFiles,
    divisionTree: keptDivisionTree(() => calls * BETWEEN_CALLS_MS),
    clock: { now: () => api.now },
    newId,
    newCheckCode: () => '7K3M',
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
          store: stores.openPlatformStore(provinceCodeOf(order.batchId), api.platformMark()),
          fetchFile: async (key, mark) => stores.evidence.fetch(key, mark),
          removeFile: async (key) => stores.evidence.remove(key),
          partyDigests,
          deliveries: 1,
          now: api.now,
        })
      },
    },
    issuer: 'https://issuer.invalid',
    digest,
    newCorrelationId: () => `bench-${calls}`,
    log: ({ error, operation }) => {
      if (error !== undefined) console.error(operation, error)
    },
  }
  for (const id of OPERATION_IDS) mount(app, id, plumbing)

  const request = async (who: Membership, operation: Operation, input: CallInput<Operation>) => {
    calls += 1
    const values = new Map(Object.entries(input.params ?? {}))
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
    const query = new URLSearchParams(
      Object.entries(input.query ?? {}).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    )
    const isCommand = operation.method !== 'GET'
    const response = await app.request(`${path}${query.size === 0 ? '' : `?${query.toString()}`}`, {
      method: operation.method,
      headers: {
        authorization: `Bearer ${Buffer.from(who.identity).toString('base64url')}`,
        ...(isCommand ? { 'content-type': 'application/json', 'idempotency-key': `bench-key-${calls}` } : {}),
        ...(input.ifMatch === undefined ? {} : { 'if-match': `"${input.ifMatch}"` }),
      },
      ...(isCommand ? { body: JSON.stringify(input.body ?? {}) } : {}),
    })
    return { status: response.status, text: await response.text() }
  }

  const api: BenchApi = {
    stores,
    newId,
    now: start,
    call: async (who, id, input = {}) => {
      const operation = OPERATIONS[id]
      const { status, text } = await request(who, operation, input)
      if (status >= 300) throw new Refused(id, ProblemJson.parse(JSON.parse(text)))
      return operation.success.body.parse(JSON.parse(text)) as never
    },
    measure: async (who, id, input = {}) => {
      if (counting === undefined) throw new Error('nothing counts')
      const before = projectedUnits
      projectedInto = new Map()
      const { value, spent } = await counting.spend(() => request(who, OPERATIONS[id], input))
      const cost: CallCost = {
        ...spent,
        answerBytes: Buffer.byteLength(value.text),
        packedAnswerBytes: gzipSync(value.text).byteLength,
        projectedUnits: projectedUnits - before,
        shared: busiestShared([...spent.partitions, ...projectedInto]),
      }
      return value.status < 300 ? { cost } : { cost, refused: ProblemJson.parse(JSON.parse(value.text)).code }
    },
    carryOutScoring: async (cycleId) => {
      const store = stores.openPlatformStore(provinceCodeOf(cycleId), api.platformMark())
      if (!(await carryOutScoring({ store, digest, now: api.now }, cycleId))) throw new Error('nothing was scored')
    },
    measureScoring: async (cycleId) => {
      if (counting === undefined) throw new Error('nothing counts')
      const before = projectedUnits
      projectedInto = new Map()
      const { spent } = await counting.spend(() => api.carryOutScoring(cycleId))
      return {
        ...spent,
        answerBytes: 0,
        packedAnswerBytes: 0,
        projectedUnits: projectedUnits - before,
        shared: busiestShared([...spent.partitions, ...projectedInto]),
      }
    },
    platformMark: () => {
      calls += 1
      return {
        actor: {
          personId: 'platform',
          personName: '平台运维',
          post: '系统',
          level: 'system',
          jurisdiction: 'system',
          jurisdictionName: '平台',
        },
        correlationId: `bench-${calls}`,
        now: api.now,
        idempotencyKey: `bench-key-${calls}`,
        requestHash: digest(calls),
      }
    },
  }
  return api
}

/** Keys of the province's own partitions begin so; all other partitions are a city's, a county's or one person's. */
const PROVINCIAL = 'P#'

const busiestShared = (partitions: readonly (readonly [pk: string, units: PartitionUnits])[]): PartitionUnits => {
  const shared = partitions.filter(([pk]) => pk.startsWith(PROVINCIAL)).map(([, units]) => units)
  return {
    readUnits: Math.max(0, ...shared.map(({ readUnits }) => readUnits)),
    writeUnits: Math.max(0, ...shared.map(({ writeUnits }) => writeUnits)),
  }
}

/** What an item costs with its lines in other orders; a line whose key changes is taken out and put in anew. */
function projectionUnits(item: Item, former: Item | undefined): number {
  const lines = LIST_ORDERS.map((order) => {
    const { [order]: key, pk = '', sk = '', row = '' } = item
    const before = former?.[order]
    if (key === undefined) return before === undefined ? 0 : 1
    return writeUnits(dynamoBytes({ pk, sk, row, [order]: key })) + (before === undefined || before === key ? 0 : 1)
  })
  return writeUnits(dynamoBytes(item)) + lines.reduce((sum, units) => sum + units, 0)
}

function mount<Id extends OperationId>(
  app: Hono<ApiBindings>,
  id: Id,
  plumbing: Parameters<typeof mountOperation>[3],
): void {
  // USE_CASES is held to OPERATIONS id by id; the compiler cannot follow that through a loop over the ids.
  mountOperation(app, OPERATIONS[id], USE_CASES[id] as UseCaseOf<Operations[Id]>, plumbing, (other) => ({
    operation: OPERATIONS[other],
    useCase: USE_CASES[other] as Command<unknown>,
  }))
}
