import { z } from 'zod'
import {
  Attempt,
  Dispute,
  DisputeDoubtId,
  DisputeId,
  DisputeOrigin,
  DisputeStatement,
  DisputeTally,
  Gravity,
  StatementPersons,
  Tier,
} from '../vocabulary/disputes/dispute.ts'
import { DisputeKind } from '../vocabulary/disputes/disputeKind.ts'
import { outcomes, SystemCode, SystemMapping } from '../vocabulary/disputes/disputeMapping.ts'
import { DisputeSet } from '../vocabulary/disputes/disputeSets.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { COUNTY_READERS } from './readers.ts'

const MAPPERS = ['province-admin', 'county-admin', 'county-reviewer'] as const
const KEEPERS = COUNTY_READERS

const params = z.strictObject({ disputeId: DisputeId })
const reason = line({ min: 2, max: 200, tooShort: '请写明理由' })
const period = { from: PlainDate, to: PlainDate }
const count = z.int().min(0)

const SystemInUse = z.object({
  mapping: SystemMapping,
  /** 0: nobody has written it; the typical layout holds. */
  version: z.int().min(0),
  of: z.enum(['typical', 'province', 'county']),
  /** Of the caller's own: what the next change starts from. */
  ownVersion: z.int().min(0),
  updatedAt: Instant.optional(),
})

export const listDisputeSystems = operation({
  id: 'listDisputeSystems',
  summary: '各系统的字段对照',
  method: 'GET',
  path: '/v1/dispute-systems',
  roles: [...MAPPERS, 'county-reporter'],
  success: z.object({ systems: z.array(SystemInUse) }),
})

export const mapDisputeSystem = operation({
  id: 'mapDisputeSystem',
  summary: '设定字段对照',
  method: 'PUT',
  path: '/v1/dispute-systems/{system}',
  roles: MAPPERS,
  params: z.strictObject({ system: SystemCode }),
  body: z.strictObject({ mapping: SystemMapping, startsFrom: z.int().min(0), reason: reason.optional() }),
  success: CommandReply,
  problems: ['value-invalid'],
})

const SHOWN = '990110.5T8M2QGJZ4KD7V0W3XN6PRYBCH'
const nothing = { stated: false, on: null }
const SHOWN_OUTCOMES = {
  agreed: { stated: true, on: '2026-03-09' },
  performed: nothing,
  closed: { stated: true, on: '2026-03-10' },
  settled: nothing,
}

/** Names are turned into digests at once and kept nowhere. */
const parties = z.array(line({ min: 2, max: 40 })).max(12)

export const enterDispute = operation({
  id: 'enterDispute',
  summary: '登记纠纷',
  method: 'POST',
  path: '/v1/disputes',
  roles: KEEPERS,
  body: z.strictObject({
    receivedOn: PlainDate,
    township: line({ min: 1, max: 40 }),
    village: line({ max: 40 }).optional(),
    kind: DisputeKind,
    gravity: Gravity,
    /** Of a grave one: why it is dealt with at the county directly. */
    tierReason: reason.optional(),
    summary: lines({ max: 1000 }).optional(),
    organisation: line({ max: 80 }).optional(),
    amount: line({ max: 20 }).optional(),
    parties: parties.optional(),
  }),
  success: CommandReply,
  status: 201,
  problems: ['value-invalid', 'reason-required'],
  example: {
    body: {
      receivedOn: '2026-03-02',
      township: '霜台镇',
      village: '晨光村',
      kind: '02',
      gravity: 'ordinary',
      summary: '院墙滴水的争执',
      parties: ['甲某某', '乙某某'],
    },
    answer: { id: SHOWN, version: 1, status: 'entered' },
  },
})

/** 写入来源: what one system says of a dispute, found again by its number: saying the same again changes nothing. */
export const saveDisputeEntry = operation({
  id: 'saveDisputeEntry',
  summary: '写入某系统的纠纷记载',
  method: 'PUT',
  path: '/v1/dispute-entries',
  roles: KEEPERS,
  body: DisputeStatement.extend({
    parties: parties.optional(),
    /** Of an import: the names were digests when they came here. */
    digests: StatementPersons.strict().optional(),
  }),
  success: CommandReply,
  problems: ['value-invalid'],
  example: {
    body: {
      system: 'province',
      caseNumber: 'ZF2026100007',
      receivedOn: '2026-03-02',
      township: '霜台镇',
      village: '晨光村',
      kind: '02',
      summary: '院墙滴水的争执',
      parties: ['甲某某', '乙某某'],
      outcomes: SHOWN_OUTCOMES,
    },
    answer: { id: SHOWN, version: 1, status: 'entered' },
  },
})

export const recordDisputeAttempt = operation({
  id: 'recordDisputeAttempt',
  summary: '登记一次调解',
  method: 'POST',
  path: '/v1/disputes/{disputeId}/attempts',
  roles: KEEPERS,
  params,
  body: Attempt,
  success: CommandReply,
  ifMatch: true,
  example: {
    body: { on: '2026-03-05', tier: 'village', organisation: '晨光村人民调解委员会', agreed: false },
    answer: { id: SHOWN, version: 2, status: 'recorded' },
  },
  problems: ['value-invalid', 'transition-not-allowed'],
})

export const passDisputeUp = operation({
  id: 'passDisputeUp',
  summary: '提级办理',
  method: 'POST',
  path: '/v1/disputes/{disputeId}/tier',
  roles: KEEPERS,
  params,
  body: z.strictObject({ tier: Tier, reason: reason.optional() }),
  success: CommandReply,
  ifMatch: true,
  example: { body: { tier: 'township' }, answer: { id: SHOWN, version: 5, status: 'passed' } },
  problems: ['transition-not-allowed', 'reason-required'],
})

export const recordDisputeOutcome = operation({
  id: 'recordDisputeOutcome',
  summary: '登记纠纷结果',
  method: 'POST',
  path: '/v1/disputes/{disputeId}/outcomes',
  roles: KEEPERS,
  params,
  body: z.strictObject({ outcome: z.enum(outcomes), on: PlainDate }),
  success: CommandReply,
  ifMatch: true,
  example: { body: { outcome: 'agreed', on: '2026-03-09' }, answer: { id: SHOWN, version: 6, status: 'recorded' } },
  problems: ['value-invalid', 'transition-not-allowed'],
})

export const separateDispute = operation({
  id: 'separateDispute',
  summary: '拆开归并',
  method: 'POST',
  path: '/v1/disputes/{disputeId}/separations',
  roles: KEEPERS,
  params,
  body: z.strictObject({ home: DisputeId, reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

/** 撤回来源: of an import that is taken back, as long as nothing was done with the dispute since. */
export const withdrawDisputeEntry = operation({
  id: 'withdrawDisputeEntry',
  summary: '撤回导入的纠纷记载',
  method: 'POST',
  path: '/v1/disputes/{disputeId}/withdrawal',
  roles: KEEPERS,
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 500, tooShort: '请写明撤回的理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

/** 查重: joins what is surely one, and asks about what may be. What is left over is done by the next call. */
export const matchDisputes = operation({
  id: 'matchDisputes',
  summary: '查找同一纠纷',
  method: 'POST',
  path: '/v1/dispute-matches',
  roles: KEEPERS,
  body: z.strictObject(period),
  success: CommandReply.extend({
    compared: count.optional(),
    joined: count.optional(),
    asked: count.optional(),
    left: count.optional(),
  }),
  problems: ['value-invalid'],
})

const Side = z.object({ disputeId: DisputeId, origin: DisputeOrigin })

export const listDisputeDoubts = operation({
  id: 'listDisputeDoubts',
  summary: '待判断的疑似同一纠纷',
  method: 'GET',
  path: '/v1/dispute-doubts',
  roles: KEEPERS,
  success: z.object({
    doubts: z.array(
      z.object({ id: DisputeDoubtId, version: z.int(), reasons: z.array(z.string()), sides: z.tuple([Side, Side]) }),
    ),
    /** How many wait in all, as far as they were counted. */
    waiting: count,
    systemNames: z.record(z.string(), z.string()),
  }),
})

export const decideDisputeDoubt = operation({
  id: 'decideDisputeDoubt',
  summary: '判断是否同一纠纷',
  method: 'POST',
  path: '/v1/dispute-doubts/{doubtId}/decision',
  roles: KEEPERS,
  params: z.strictObject({ doubtId: DisputeDoubtId }),
  body: z.strictObject({ answer: z.enum(['same', 'different']), reason: reason.optional() }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const getDispute = operation({
  id: 'getDispute',
  summary: '一起纠纷',
  method: 'GET',
  path: '/v1/disputes/{disputeId}',
  roles: KEEPERS,
  params,
  success: recordEnvelope(Dispute).extend({ systemNames: z.record(z.string(), z.string()) }),
})

const ofPlace = { ...period, township: line({ max: 40 }).optional() }

export const listDisputes = operation({
  id: 'listDisputes',
  summary: '纠纷列表',
  method: 'GET',
  path: '/v1/disputes',
  roles: KEEPERS,
  query: z.strictObject({
    ...ofPlace,
    set: DisputeSet.optional(),
    system: SystemCode.optional(),
    after: z.coerce.number().int().min(0).optional(),
  }),
  success: z.object({
    disputes: z.array(
      DisputeTally.extend({
        receivedOn: PlainDate.nullable(),
        resolved: z.boolean(),
        differences: z.array(z.string()),
      }),
    ),
    total: count,
    /** Where the next page begins. */
    after: count.optional(),
    systemNames: z.record(z.string(), z.string()),
  }),
})

const Rate = z.object({ numerator: count, denominator: count, percent: z.string().nullable() })

export const reconcileDisputes = operation({
  id: 'reconcileDisputes',
  summary: '各系统数字核对',
  method: 'GET',
  path: '/v1/dispute-reconciliation',
  roles: KEEPERS,
  query: z.strictObject(ofPlace),
  success: z.object({
    period: z.object(period),
    township: z.string().nullable(),
    bySystem: z.array(
      z.object({
        system: SystemCode,
        name: z.string(),
        entries: count,
        found: count,
        withoutDay: count,
        resolved: count,
        rate: Rate,
        disputes: count,
        onlyHere: count,
        missingHere: count,
        definition: z.array(z.enum(outcomes)),
      }),
    ),
    common: z.object({
      found: count,
      withoutDay: count,
      agreed: count,
      performed: count,
      closed: count,
      settled: count,
      resolved: count,
      rate: Rate,
      inAllSystems: count,
      inSeveral: count,
      inOne: count,
      inNone: count,
    }),
    differing: z.record(z.string(), count),
    townships: z.array(z.object({ name: z.string(), found: count, resolved: count, rate: Rate })),
    /** Pairs that wait for a person, wherever they are. */
    waiting: count,
  }),
})

/** 这个系统还缺的 as its own import file; persons are filled in where the clerk's file is, and never sent. */
export const getOutgoingDisputes = operation({
  id: 'getOutgoingDisputes',
  summary: '某系统还缺的纠纷',
  method: 'GET',
  path: '/v1/dispute-systems/{system}/outgoing',
  roles: KEEPERS,
  params: z.strictObject({ system: SystemCode }),
  query: z.strictObject(ofPlace),
  success: z.object({
    name: z.string(),
    /** In all; the rows are the first of them. */
    lacking: count,
    headings: z.array(z.string()),
    partyHeadings: z.array(z.string()),
    rows: z.array(z.object({ numbers: z.array(z.string()), cells: z.array(z.string()) })),
  }),
  example: {
    answer: {
      name: '稳定系统',
      lacking: 1,
      headings: ['事件编号', '发现日期', '发生地点', '类别', '涉事人员'],
      partyHeadings: ['涉事人员'],
      rows: [{ numbers: ['ZF2026100007'], cells: ['', '2026-03-02', '霜台晨光', '邻里类', ''] }],
    },
  },
  problems: ['not-found'],
})
