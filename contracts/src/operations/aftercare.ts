import { z } from 'zod'
import { Campaign, CampaignContent } from '../vocabulary/aftercare/campaign.ts'
import { Incident, IncidentContent } from '../vocabulary/aftercare/incident.ts'
import {
  Recheck,
  RecheckOutcome,
  RecheckProposal,
  RecheckStatus,
  RevocationGround,
} from '../vocabulary/aftercare/recheck.ts'
import { CampaignId, NewDocumentNumber, RecheckId, TitleId, UnitId } from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { CASE_READERS, LIST_MAKERS, LIST_READERS, NAMING_ADMINS } from './readers.ts'

const params = z.strictObject({ recheckId: RecheckId })
const reason = lines({ min: 2, max: 500, tooShort: '请写明理由' })
const READERS = [...CASE_READERS, 'unit-reporter'] as const
/** Who writes for a unit: its own post, or the county's clerk. */
const UNITS_CLERKS = ['unit-reporter', 'county-reporter'] as const
const CHECKERS = ['county-reviewer', 'city-reviewer'] as const
const command = { success: CommandReply, ifMatch: true } as const

export const listRechecks = operation({
  id: 'listRechecks',
  summary: '称号复核',
  method: 'GET',
  path: '/v1/rechecks',
  roles: READERS,
  query: z.strictObject({
    ...listQuery,
    status: RecheckStatus.optional(),
    campaign: CampaignId.optional(),
  }),
  success: listPage(LIST_ROWS.recheck),
})

export const getRecheck = operation({
  id: 'getRecheck',
  summary: '复核案件',
  method: 'GET',
  path: '/v1/rechecks/{recheckId}',
  roles: READERS,
  params,
  success: recordEnvelope(Recheck).extend({
    /** 称号现状, as every surface says it today. */
    standing: z.string(),
    serial: z.string().optional(),
    validUntil: PlainDate.optional(),
    /** 承继单位 that the unit's register names. */
    successors: z.array(z.object({ id: UnitId, name: z.string() })),
  }),
})

export const reportSelfCheck = operation({
  id: 'reportSelfCheck',
  summary: '提交自查报告',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/self-check',
  roles: UNITS_CLERKS,
  params,
  body: z.strictObject({ text: lines({ min: 10, max: 2000, tooShort: '请写明自查情况，不少于10个字' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const checkRecheck = operation({
  id: 'checkRecheck',
  summary: '提出复核意见',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/check',
  roles: CHECKERS,
  params,
  body: z.strictObject({
    proposes: RecheckProposal,
    text: lines({ min: 2, max: 500, tooShort: '请填写意见' }),
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const returnRecheck = operation({
  id: 'returnRecheck',
  summary: '退回重新自查',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/return',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({ reason, until: PlainDate }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const takeUpRecheck = operation({
  id: 'takeUpRecheck',
  summary: '直接办理复核',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/take-up',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const concludeRecheck = operation({
  id: 'concludeRecheck',
  summary: '作出复核结论',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/conclusion',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({
    conclusion: z.enum(['retain', 'lift', 'end', 'confirm-anew']),
    reason,
    /** 承继单位, of a title that is confirmed anew. */
    unitId: UnitId.optional(),
    /** 承继单位 by name, of one that ends. */
    successors: z
      .array(line({ min: 2, max: 60 }))
      .max(20)
      .optional(),
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'already-titled', 'incomplete', 'unprintable-name'],
})

export const warnRecheck = operation({
  id: 'warnRecheck',
  summary: '黄牌警告，限期整改',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/yellow-card',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({
    demands: lines({ min: 4, max: 1000, tooShort: '请写明整改要求' }),
    mendBy: PlainDate,
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const reportMending = operation({
  id: 'reportMending',
  summary: '报告整改情况',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/mending',
  roles: UNITS_CLERKS,
  params,
  body: z.strictObject({ text: lines({ min: 10, max: 2000, tooShort: '请写明整改情况，不少于10个字' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const proposeRevocation = operation({
  id: 'proposeRevocation',
  summary: '拟撤销称号并告知单位',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/revocation',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({
    grounds: z.array(RevocationGround).min(1, '请选择撤销事由').max(6),
    facts: lines({ min: 10, max: 2000, tooShort: '请写明事实和依据，不少于10个字' }),
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const answerRevocation = operation({
  id: 'answerRevocation',
  summary: '陈述申辩',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/revocation/answer',
  roles: UNITS_CLERKS,
  params,
  body: z.strictObject({ text: lines({ min: 4, max: 2000, tooShort: '请写明陈述申辩的内容' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const decideRevocation = operation({
  id: 'decideRevocation',
  summary: '决定撤销称号',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/revocation/decision',
  roles: NAMING_ADMINS,
  params,
  body: z.strictObject({ documentNumber: NewDocumentNumber, on: PlainDate, reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'duplicate-document-number'],
})

export const appealRevocation = operation({
  id: 'appealRevocation',
  summary: '对撤销决定提出申诉',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/appeal',
  roles: UNITS_CLERKS,
  params,
  body: z.strictObject({ text: lines({ min: 10, max: 2000, tooShort: '请写明申诉理由，不少于10个字' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const decideRevocationAppeal = operation({
  id: 'decideRevocationAppeal',
  summary: '申诉复核',
  method: 'POST',
  path: '/v1/rechecks/{recheckId}/appeal/decision',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({ outcome: z.enum(['upheld', 'reversed']), reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

const incidentParams = z.strictObject({ unitId: UnitId })

export const listIncidents = operation({
  id: 'listIncidents',
  summary: '负面清单情形',
  method: 'GET',
  path: '/v1/incidents',
  roles: CASE_READERS,
  query: z.strictObject(listQuery),
  success: listPage(LIST_ROWS.incidents),
})

export const getIncidents = operation({
  id: 'getIncidents',
  summary: '一个单位的负面清单情形',
  method: 'GET',
  path: '/v1/incidents/{unitId}',
  roles: CASE_READERS,
  params: incidentParams,
  success: z.object({
    unitId: UnitId,
    unitName: z.string(),
    countyName: z.string(),
    /** 0: nothing was entered yet. */
    version: z.int(),
    /** Newest first. */
    incidents: z.array(Incident),
  }),
})

export const enterIncident = operation({
  id: 'enterIncident',
  summary: '登记负面清单情形',
  method: 'POST',
  path: '/v1/incidents/{unitId}',
  roles: LIST_MAKERS,
  params: incidentParams,
  body: IncidentContent,
  ...command,
})

const campaignParams = z.strictObject({ campaignId: CampaignId })

export const listCampaigns = operation({
  id: 'listCampaigns',
  summary: '复核批次',
  method: 'GET',
  path: '/v1/recheck-campaigns',
  roles: LIST_READERS,
  success: z.object({ rows: z.array(LIST_ROWS.campaign) }),
})

export const getCampaign = operation({
  id: 'getCampaign',
  summary: '复核批次详情',
  method: 'GET',
  path: '/v1/recheck-campaigns/{campaignId}',
  roles: LIST_READERS,
  params: campaignParams,
  success: z.object({
    state: Campaign,
    version: z.int(),
    /** Whether what was drawn follows from list and seed, worked out anew. */
    drawIsRight: z.boolean(),
    mayAct: z.boolean(),
    /** 进展 by status and, of closed ones, by outcome; its cases are at most as many as its list. */
    progress: z.array(
      z.object({ status: RecheckStatus, outcome: RecheckOutcome.optional(), name: z.string(), count: z.int() }),
    ),
    cases: z.array(LIST_ROWS.recheck),
  }),
})

export const freezeCampaign = operation({
  id: 'freezeCampaign',
  summary: '锁定复核名单',
  method: 'POST',
  path: '/v1/recheck-campaigns',
  roles: LIST_MAKERS,
  body: CampaignContent,
  success: CommandReply,
  status: 201,
  problems: ['transition-not-allowed', 'not-found'],
})

export const drawCampaign = operation({
  id: 'drawCampaign',
  summary: '从复核名单中抽取',
  method: 'POST',
  path: '/v1/recheck-campaigns/{campaignId}/draw',
  roles: LIST_MAKERS,
  params: campaignParams,
  body: z.strictObject({ count: z.int().min(1, '至少抽取1项').max(1000) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const startCampaign = operation({
  id: 'startCampaign',
  summary: '部署复核',
  method: 'POST',
  path: '/v1/recheck-campaigns/{campaignId}/start',
  roles: LIST_MAKERS,
  params: campaignParams,
  success: CommandReply,
  status: 202,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const setTitleTerm = operation({
  id: 'setTitleTerm',
  summary: '补登称号有效期',
  method: 'POST',
  path: '/v1/titles/{titleId}/term',
  roles: ['province-admin'],
  params: z.strictObject({ titleId: TitleId }),
  body: z.strictObject({
    validUntil: PlainDate,
    basis: line({ min: 4, max: 120, tooShort: '请写明有效期的依据' }),
  }),
  ...command,
  problems: ['transition-not-allowed'],
})
