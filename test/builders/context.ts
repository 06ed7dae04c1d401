import { randomUUID } from 'node:crypto'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Purpose } from '@anjie/domain/access/index'
import { scopeOfPost } from '@anjie/domain/access/index'
import { digest, newInvitationSecret, openStore } from '@anjie/store'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import type { MemoryStores } from '@anjie/store/memory/memoryStores'
import type { CommandMark } from '@anjie/use-cases/commandStore'
import type { CommandContext, QueryContext } from '@anjie/use-cases/ports'
import { checkCodes } from './checkCodes.ts'
import { PLACES } from './people.ts'
import { ulid } from './ulid.ts'

export const NOW = '2026-03-02T01:00:00.000Z'

/** A small made-up province with the shape of a real one; with another code, its neighbour. */
export const divisionTree = (province: string = PLACES.province.code): DivisionTree =>
  DivisionTree.parse({
    province: { code: province, name: province === PLACES.province.code ? PLACES.province.name : '外省' },
    cities: [
      { code: `${province}01`, name: '安和市' },
      { code: `${province}02`, name: '宁川市' },
    ],
    counties: [
      { code: `${province}0101`, name: '云溪县', city: `${province}01` },
      { code: `${province}0102`, name: '石塘县', city: `${province}01` },
      { code: `${province}0201`, name: '柳泉区', city: `${province}02` },
    ],
  })

/** A mark as the platform's own functions carry it. */
export const systemMark = (given: Partial<CommandMark> = {}): CommandMark => ({
  actor: {
    personId: 'platform',
    personName: '平台运维',
    post: '系统',
    level: 'system',
    jurisdiction: 'system',
    jurisdictionName: '平台',
  },
  correlationId: randomUUID(),
  now: NOW,
  idempotencyKey: randomUUID(),
  requestHash: digest(randomUUID()),
  ...given,
})

export interface ContextGiven {
  readonly stores: MemoryStores
  readonly member: Membership
  readonly now?: string
  readonly ifMatch?: number
  readonly idempotencyKey?: string
  readonly divisions?: DivisionTree
  /** What the API takes a session on for; the store writes nothing else. */
  readonly purpose?: Purpose
}

/** What `http` gives a query, for calling a use case directly. */
export function queryContext({ stores, member, now = NOW, divisions = divisionTree() }: ContextGiven): QueryContext {
  const scope = scopeOfPost(member)
  return {
    scope,
    member,
    posts: [member],
    store: openStore(stores, scope),
    evidence: stores.evidence,
    divisions: async () => divisions,
    now,
  }
}

/** What `http` gives a command: a store that carries out one command, with a new key each time unless one is given. */
export function commandContext(given: ContextGiven): CommandContext {
  const { stores, member, now = NOW, ifMatch, purpose, idempotencyKey = randomUUID() } = given
  const scope = scopeOfPost(member)
  const mark: CommandMark = {
    actor: {
      personId: member.personId,
      personName: member.personName,
      post: member.post,
      level: member.jurisdiction.level,
      jurisdiction: member.jurisdiction.code,
      jurisdictionName: member.jurisdictionName,
      ...(scope.level === 'unit' ? { unit: scope.unit } : {}),
    },
    correlationId: randomUUID(),
    now,
    idempotencyKey,
    requestHash: digest(idempotencyKey),
    ...(purpose === undefined ? {} : { purpose }),
  }
  return {
    ...queryContext(given),
    store: openStore(stores, scope, mark),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    newId: ulid,
    newCheckCode: checkCodes(),
    newInvitationSecret,
    logIns: stores.logIns,
    accounts: undefined,
    importOrders: { send: async () => {} },
    partyDigests: memoryPartyDigests(),
    carryOut: async () => {
      throw new Error('what carries other operations out is tested over the API')
    },
    issuer: 'https://issuer.invalid',
    digest,
  }
}
