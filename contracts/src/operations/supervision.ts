import { z } from 'zod'
import { BarSubject } from '../vocabulary/honours/bar.ts'
import { EvidenceId, MeasureId, RectificationId } from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { EvidenceType, MAX_EVIDENCE_BYTES } from '../vocabulary/submissions/submission.ts'
import {
  MAX_DUE_WORKING_DAYS,
  MAX_TARGETS,
  Measure,
  MeasureContent,
  MeasureKind,
  MeasureStatus,
} from '../vocabulary/supervision/measure.ts'
import {
  ClosingChecks,
  Rectification,
  RectificationFile,
  RectificationStatus,
} from '../vocabulary/supervision/rectification.ts'
import { TallyFigures } from '../vocabulary/supervision/tally.ts'
import { lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { CASE_READERS, LIST_MAKERS, NAMING_ADMINS } from './readers.ts'

const READERS = [...CASE_READERS, 'unit-reporter'] as const
/** Who answers for a target: the unit itself, or its county's clerks for it. */
const TARGETS = ['unit-reporter', 'county-reporter', 'county-admin'] as const
const reason = lines({ min: 2, max: 500, tooShort: '请写明理由' })
const year = z.coerce.number().int().min(2000).max(2100)
const command = { success: CommandReply, ifMatch: true } as const
const params = z.strictObject({ measureId: MeasureId })
const rectificationParams = z.strictObject({ rectificationId: RectificationId })

export const listMeasures = operation({
  id: 'listMeasures',
  summary: '督导台账',
  method: 'GET',
  path: '/v1/measures',
  roles: READERS,
  query: z.strictObject({
    ...listQuery,
    status: MeasureStatus.optional(),
    kind: MeasureKind.optional(),
    year: year.optional(),
  }),
  success: listPage(LIST_ROWS.measure),
})

export const getSupervisionTally = operation({
  id: 'getSupervisionTally',
  summary: '督导年度汇总',
  method: 'GET',
  path: '/v1/supervision-tally',
  roles: CASE_READERS,
  query: z.strictObject({ year: year.optional() }),
  success: z.object({
    year: z.int(),
    /** What this level did itself. */
    own: TallyFigures,
    /** What all levels did, in whose jurisdiction it happened. */
    all: TallyFigures,
    /** By county, for those above it. */
    counties: z.array(z.object({ county: z.string(), name: z.string(), figures: TallyFigures })),
  }),
})

export const getMeasure = operation({
  id: 'getMeasure',
  summary: '督导措施',
  method: 'GET',
  path: '/v1/measures/{measureId}',
  roles: READERS,
  params,
  success: recordEnvelope(Measure).extend({
    rectifications: z.array(
      z.object({
        id: RectificationId,
        number: z.int(),
        problem: z.string(),
        repeated: z.boolean(),
        status: RectificationStatus,
        statusName: z.string(),
        round: z.int(),
        dueOn: PlainDate,
        overdueOn: PlainDate.optional(),
        closedOn: PlainDate.optional(),
      }),
    ),
  }),
})

export const draftMeasures = operation({
  id: 'draftMeasures',
  summary: '拟制督导措施',
  method: 'POST',
  path: '/v1/measures',
  roles: LIST_MAKERS,
  body: z.strictObject({
    ...MeasureContent.shape,
    targets: z.array(BarSubject).min(1, '请选择督导对象').max(MAX_TARGETS, `一次最多${MAX_TARGETS}个对象`),
  }),
  success: CommandReply,
  status: 201,
  problems: ['not-found'],
})

export const reviseMeasure = operation({
  id: 'reviseMeasure',
  summary: '修改拟稿',
  method: 'PUT',
  path: '/v1/measures/{measureId}',
  roles: LIST_MAKERS,
  params,
  body: MeasureContent,
  ...command,
  problems: ['transition-not-allowed'],
})

export const discardMeasure = operation({
  id: 'discardMeasure',
  summary: '不予签发',
  method: 'POST',
  path: '/v1/measures/{measureId}/discarding',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const issueMeasures = operation({
  id: 'issueMeasures',
  summary: '签发督导措施',
  method: 'POST',
  path: '/v1/measures/issuing',
  roles: NAMING_ADMINS,
  body: z.strictObject({
    measures: z
      .array(z.strictObject({ id: MeasureId, version: z.int().min(1) }))
      .min(1, '请选择要签发的督导措施')
      .max(MAX_TARGETS),
  }),
  success: CommandReply,
  problems: [
    'transition-not-allowed',
    'conflict-of-interest',
    'duplicate-document-number',
    'calendar-missing',
    'not-found',
    'stale-version',
  ],
})

export const acknowledgeMeasure = operation({
  id: 'acknowledgeMeasure',
  summary: '签收督导措施',
  method: 'POST',
  path: '/v1/measures/{measureId}/acknowledgement',
  roles: TARGETS,
  params,
  ...command,
  problems: ['transition-not-allowed'],
})

export const contestMeasure = operation({
  id: 'contestMeasure',
  summary: '对督导结论申请复核',
  method: 'POST',
  path: '/v1/measures/{measureId}/contest',
  roles: TARGETS,
  params,
  body: z.strictObject({ text: lines({ min: 10, max: 2000, tooShort: '请写明理由，不少于10个字' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const answerContest = operation({
  id: 'answerContest',
  summary: '答复复核申请',
  method: 'POST',
  path: '/v1/measures/{measureId}/contest/answer',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({ outcome: z.enum(['upheld', 'overturned']), reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const publishListing = operation({
  id: 'publishListing',
  summary: '公布挂牌或摘牌',
  method: 'POST',
  path: '/v1/measures/{measureId}/publication',
  roles: LIST_MAKERS,
  params,
  ...command,
  problems: ['transition-not-allowed'],
})

export const liftListing = operation({
  id: 'liftListing',
  summary: '验收摘牌',
  method: 'POST',
  path: '/v1/measures/{measureId}/lifting',
  roles: LIST_MAKERS,
  params,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'calendar-missing'],
})

export const decideVeto = operation({
  id: 'decideVeto',
  summary: '决定是否否决',
  method: 'POST',
  path: '/v1/measures/{measureId}/veto',
  roles: NAMING_ADMINS,
  params,
  body: z.strictObject({ outcome: z.enum(['veto', 'spare']), reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const withdrawMeasure = operation({
  id: 'withdrawMeasure',
  summary: '撤回督导措施',
  method: 'POST',
  path: '/v1/measures/{measureId}/withdrawal',
  roles: NAMING_ADMINS,
  params,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const listRectifications = operation({
  id: 'listRectifications',
  summary: '整改台账',
  method: 'GET',
  path: '/v1/rectifications',
  roles: READERS,
  query: z.strictObject({
    ...listQuery,
    status: RectificationStatus.optional(),
    kind: MeasureKind.optional(),
    year: year.optional(),
  }),
  success: listPage(LIST_ROWS.rectification),
})

export const getRectification = operation({
  id: 'getRectification',
  summary: '一个问题的整改',
  method: 'GET',
  path: '/v1/rectifications/{rectificationId}',
  roles: READERS,
  params: rectificationParams,
  success: recordEnvelope(Rectification),
})

export const requestRectificationFile = operation({
  id: 'requestRectificationFile',
  summary: '取得整改材料上传地址',
  method: 'POST',
  path: '/v1/rectifications/{rectificationId}/files',
  roles: TARGETS,
  params: rectificationParams,
  body: z.strictObject({
    fileName: RectificationFile.shape.fileName,
    contentType: EvidenceType,
    bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES, '单个文件不超过20MB'),
  }),
  success: z.object({
    id: EvidenceId,
    version: z.int(),
    /** Post a form with these fields and then the file; the store refuses another type or size. */
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
  status: 201,
  ifMatch: true,
  problems: ['evidence-refused', 'transition-not-allowed'],
})

const fileParams = z.strictObject({ ...rectificationParams.shape, evidenceId: EvidenceId })

export const attachRectificationFile = operation({
  id: 'attachRectificationFile',
  summary: '确认整改材料已上传',
  method: 'POST',
  path: '/v1/rectifications/{rectificationId}/files/{evidenceId}/attachment',
  roles: TARGETS,
  params: fileParams,
  ...command,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed'],
})

export const openRectificationFile = operation({
  id: 'openRectificationFile',
  summary: '打开整改材料（短时有效的地址）',
  method: 'GET',
  path: '/v1/rectifications/{rectificationId}/files/{evidenceId}',
  roles: READERS,
  params: fileParams,
  success: z.object({ url: z.string(), fileName: z.string() }),
})

export const reportRectification = operation({
  id: 'reportRectification',
  summary: '报告整改情况',
  method: 'POST',
  path: '/v1/rectifications/{rectificationId}/report',
  roles: TARGETS,
  params: rectificationParams,
  body: z.strictObject({ text: lines({ min: 10, max: 2000, tooShort: '请写明整改情况，不少于10个字' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const checkRectification = operation({
  id: 'checkRectification',
  summary: '核查整改：销号或退回',
  method: 'POST',
  path: '/v1/rectifications/{rectificationId}/check',
  roles: LIST_MAKERS,
  params: rectificationParams,
  body: z.strictObject({
    checks: ClosingChecks,
    text: lines({ min: 2, max: 500, tooShort: '请填写核查意见' }),
    /** Of the next round, where it is returned. */
    workingDays: z.int().min(1).max(MAX_DUE_WORKING_DAYS).optional(),
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'calendar-missing', 'incomplete'],
})

export const askMoreTime = operation({
  id: 'askMoreTime',
  summary: '申请延期',
  method: 'POST',
  path: '/v1/rectifications/{rectificationId}/more-time',
  roles: TARGETS,
  params: rectificationParams,
  body: z.strictObject({ until: PlainDate, reason }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const answerMoreTime = operation({
  id: 'answerMoreTime',
  summary: '答复延期申请',
  method: 'POST',
  path: '/v1/rectifications/{rectificationId}/more-time/answer',
  roles: LIST_MAKERS,
  params: rectificationParams,
  body: z.strictObject({ granted: z.boolean(), reason }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})
