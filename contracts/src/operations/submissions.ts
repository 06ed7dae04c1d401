import { z } from 'zod'
import { UnplacedRows } from '../vocabulary/counting/drawing.ts'
import { COUNT_SOURCE_KINDS } from '../vocabulary/counting/sources/index.ts'
import { CycleStatus, LateFilling } from '../vocabulary/cycles/cycle.ts'
import { DecimalText } from '../vocabulary/decimalText.ts'
import { CycleId, EvidenceId, SubjectCode, SubmissionId } from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { CheckSeverity, DataItem, ItemCheck, SubjectKind } from '../vocabulary/schemes/scheme.ts'
import { CommissionValues } from '../vocabulary/submissions/commissionValues.ts'
import {
  AllowedAction,
  BelowSumRecord,
  BesideRecord,
  CellRemark,
  CheckExplanation,
  Evidence,
  EvidenceType,
  FORM_CELL,
  FormValue,
  MAX_EVIDENCE_BYTES,
  MAX_FORM_CELLS,
  Submission,
  SubmissionStatus,
} from '../vocabulary/submissions/submission.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, CASE_READERS, RUN_READERS } from './readers.ts'

const params = z.strictObject({ submissionId: SubmissionId })
const cycleParams = z.strictObject({ cycleId: CycleId })
const evidenceParams = z.strictObject({ submissionId: SubmissionId, evidenceId: EvidenceId })
const reason = lines({ min: 2, max: 500, tooShort: '请写明理由' })

/** 核对结论 of the cross-checks: shown beside the form, by severity. */
export const CheckResult = z.object({
  severity: CheckSeverity,
  item: z.string().nullable(),
  message: z.string(),
  /** Number of the relation that is broken; left out where one cell by itself looks wrong. */
  check: z.int().optional(),
  /** Whether an explanation is taken for it. */
  mayExplain: z.boolean().optional(),
})
export type CheckResult = z.infer<typeof CheckResult>

/** 填报表样: what is filled in, and how the figures must agree. */
const FormShape = z.object({
  period: z.string(),
  cells: z.array(z.object({ item: z.string(), period: z.string(), required: z.boolean() })),
  checks: z.array(ItemCheck),
})

/** A figure as it was counted, or why there is none. */
const CountedFigure = z.object({ status: z.string(), value: z.string().optional(), note: z.string().optional() })

export const listSubmissions = operation({
  id: 'listSubmissions',
  summary: '填报表列表',
  method: 'GET',
  path: '/v1/submissions',
  roles: [...CASE_READERS, 'unit-reporter'],
  query: z.strictObject({
    cursor: listQuery.cursor,
    status: SubmissionStatus.optional(),
    cycleId: CycleId.optional(),
  }),
  success: listPage(LIST_ROWS.submission),
})

export const getSubmission = operation({
  id: 'getSubmission',
  summary: '填报表',
  method: 'GET',
  path: '/v1/submissions/{submissionId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params,
  success: recordEnvelope(Submission).extend({
    /** Every item of the scheme, as this form takes it: names and units for whatever the form speaks of. */
    items: z.array(DataItem),
    form: FormShape,
    cycle: z.object({
      status: CycleStatus,
      dueOn: PlainDate,
      lateFilling: LateFilling,
      alsoAccepts: z.array(EvidenceType),
      /** Figures that come out of a cycle of the level below, by their names. */
      rolledUp: z.object({ fromName: z.string(), names: z.array(z.string()) }).optional(),
    }),
    /** Indicators that ask for evidence beside figures of this form. */
    evidenceWanted: z.array(
      z.object({ indicator: z.string(), wanted: z.array(z.string()), items: z.array(z.string()) }),
    ),
    /** 台账取数: cells that nobody types, with what they are counted from. */
    counted: z.array(
      z.object({
        item: z.string(),
        period: z.string(),
        ledger: z.string(),
        words: z.string(),
        rows: z.int(),
        of: z.int().optional(),
        /** Of a whole whose parts are counted too: rows in none of them. */
        unplaced: UnplacedRows.optional(),
        /** Frozen with the form; without it the figure is that of this moment. */
        drawing: z.string().optional(),
        /** What is counted today, where it is another figure than was submitted. */
        now: CountedFigure.optional(),
      }),
    ),
    checks: z.array(CheckResult),
    /** Relations that cannot be decided, because an operand is missing. */
    undecided: z.array(z.object({ check: z.int(), item: z.string().nullable(), message: z.string() })),
    /** 下级合计 by the number of the relation, for checking while one types. */
    below: z.array(BelowSumRecord),
    /** 台账和其他表中的数 by the number of the relation, likewise. */
    beside: z.array(BesideRecord),
    /** How many empty cells can be filled from earlier years or other forms. */
    prefillable: z.int(),
    /** Rates and shares worked out from the figures, shown and never typed. */
    derived: z.array(z.object({ name: z.string(), value: z.string(), from: z.string() })),
  }),
})

export const getCountedRows = operation({
  id: 'getCountedRows',
  summary: '台账取数的行（提交时固定的）',
  method: 'GET',
  path: '/v1/submissions/{submissionId}/counted/{item}/{period}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params: z.strictObject({
    submissionId: SubmissionId,
    item: line({ min: 1, max: 60 }),
    period: line({ min: 4, max: 20 }),
  }),
  query: z.strictObject({
    cursor: listQuery.cursor,
    /** The drawing that a receipt names; without it that of the last submission, and of a form in work the ledger as it stands. */
    drawing: line({ min: 1, max: 64 }).optional(),
    /** `now`: by which rows the figure differs today. */
    compare: z.literal('now').optional(),
  }),
  success: z.object({
    item: z.object({ code: z.string(), name: z.string(), unit: z.string() }),
    place: z.string(),
    cycleName: z.string(),
    /** From which ledger, which rows, which figure, in one sentence. */
    words: z.string(),
    ledger: z.string(),
    ledgerKind: z.enum(COUNT_SOURCE_KINDS),
    figure: CountedFigure,
    /** When it was frozen; a form in work has nothing frozen. */
    frozenAt: Instant.optional(),
    digest: z.string().optional(),
    /** How many rows; of a share, how many it is a share of. */
    rows: z.int(),
    of: z.int().optional(),
    /** Columns that this level may see. */
    columns: z.array(z.object({ code: z.string(), name: z.string(), isFigure: z.boolean() })),
    hiddenColumns: z.int(),
    list: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        /** Of a share: is it counted, or only what it is a share of? */
        counted: z.boolean(),
        cells: z.record(z.string(), z.string()),
      }),
    ),
    cursor: z.string().optional(),
    now: z
      .object({
        figure: CountedFigure,
        changes: z.array(
          z.object({ kind: z.enum(['added', 'removed', 'changed']), id: z.string(), title: z.string() }),
        ),
        /** How many more changes there are than are listed. */
        more: z.int(),
      })
      .optional(),
  }),
})

export const getPastValues = operation({
  id: 'getPastValues',
  summary: '同一单位的往期数据',
  method: 'GET',
  path: '/v1/submissions/{submissionId}/past-values',
  roles: [...CASE_READERS, 'unit-reporter'],
  params,
  success: z.object({
    /** Figures of the form's items in earlier cycles of the same commission, oldest first. */
    values: z.array(FormValue.and(z.object({ cycleName: z.string() }))),
  }),
})

export const getReviewSignals = operation({
  id: 'getReviewSignals',
  summary: '供审核参考的疑问',
  method: 'GET',
  path: '/v1/submissions/{submissionId}/review-signals',
  roles: ['county-reviewer', 'city-reviewer', 'province-reviewer', 'province-admin'],
  params,
  success: z.object({
    /** Questions about figures and files, never about people. */
    signals: z.array(
      z.object({
        kind: z.enum(['round-figures', 'same-file', 'above-survey']),
        item: z.string().nullable(),
        question: z.string(),
      }),
    ),
  }),
})

export const saveValues = operation({
  id: 'saveValues',
  summary: '保存填报数据',
  method: 'PUT',
  path: '/v1/submissions/{submissionId}/values',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  body: z.strictObject({
    values: z.array(FormValue).max(MAX_FORM_CELLS),
    /** The cells that were changed, with what stood there when the form was opened: who touches other cells is not refused. */
    changed: z
      .array(z.strictObject({ item: FORM_CELL.item, period: FORM_CELL.period, was: FormValue.nullable() }))
      .max(MAX_FORM_CELLS)
      .optional(),
  }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'item-unknown', 'value-invalid', 'cycle-not-open', 'window-closed'],
})

export const prefillValues = operation({
  id: 'prefillValues',
  summary: '带入往期和其他表中的数',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/prefilled',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'cycle-not-open', 'window-closed'],
})

export const confirmPrefilled = operation({
  id: 'confirmPrefilled',
  summary: '确认带入的数',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/prefilled/confirmation',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  body: z.strictObject({
    figures: z
      .array(z.strictObject({ ...FORM_CELL, value: DecimalText }))
      .min(1)
      .max(MAX_FORM_CELLS),
  }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'cycle-not-open', 'window-closed'],
})

export const explainCheck = operation({
  id: 'explainCheck',
  summary: '说明勾稽不符的情况',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/explanations',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  body: z.strictObject({ check: CheckExplanation.shape.check, text: CheckExplanation.shape.text }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'cycle-not-open', 'window-closed'],
})

export const acceptExplanation = operation({
  id: 'acceptExplanation',
  summary: '认可勾稽不符的说明',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/explanations/acceptance',
  roles: ['county-reviewer', 'city-reviewer'],
  params,
  body: z.strictObject({ check: CheckExplanation.shape.check }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const remarkCell = operation({
  id: 'remarkCell',
  summary: '对一格提出审核意见或核定值',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/remarks',
  roles: ['county-reviewer', 'city-reviewer'],
  params,
  body: z.strictObject({ ...FORM_CELL, text: CellRemark.shape.text, verified: DecimalText.optional() }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'conflict-of-interest', 'item-unknown', 'value-invalid'],
})

export const answerRemark = operation({
  id: 'answerRemark',
  summary: '答复核定值',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/remarks/answer',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  body: z.strictObject({ ...FORM_CELL, agrees: z.boolean(), text: lines({ max: 500 }).optional() }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'reason-required'],
})

export const requestEvidenceUpload = operation({
  id: 'requestEvidenceUpload',
  summary: '取得佐证材料上传地址',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/evidence',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  body: z.strictObject({
    item: line({ min: 1, max: 60 }),
    fileName: Evidence.shape.fileName,
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
  problems: ['evidence-refused', 'transition-not-allowed', 'item-unknown', 'window-closed'],
})

export const attachEvidence = operation({
  id: 'attachEvidence',
  summary: '确认佐证材料已上传',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/evidence/{evidenceId}/attachment',
  roles: ['county-reporter', 'unit-reporter'],
  params: evidenceParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed', 'window-closed'],
})

export const removeEvidence = operation({
  id: 'removeEvidence',
  summary: '移除佐证材料',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/evidence/{evidenceId}/removal',
  roles: ['county-reporter', 'unit-reporter'],
  params: evidenceParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'cycle-not-open', 'window-closed'],
})

export const openEvidence = operation({
  id: 'openEvidence',
  summary: '打开佐证材料（短时有效的地址）',
  method: 'GET',
  path: '/v1/submissions/{submissionId}/evidence/{evidenceId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params: evidenceParams,
  success: z.object({ url: z.string(), fileName: z.string() }),
})

export const submitSubmission = operation({
  id: 'submitSubmission',
  summary: '提交填报表',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/submission',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  body: z.strictObject({
    /** The counted figures as whoever submits has seen them: one that moved since keeps the form, and is told with both figures. */
    counted: z
      .array(z.strictObject({ ...FORM_CELL, value: DecimalText.nullable() }))
      .max(MAX_FORM_CELLS)
      .optional(),
  }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'incomplete', 'cycle-not-open', 'window-closed', 'counted-moved'],
})

export const withdrawSubmission = operation({
  id: 'withdrawSubmission',
  summary: '撤回填报表',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/withdrawal',
  roles: ['county-reporter', 'unit-reporter'],
  params,
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'window-closed'],
})

export const verifySubmission = operation({
  id: 'verifySubmission',
  summary: '县级审核通过',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/verification',
  roles: ['county-reviewer'],
  params,
  body: z.strictObject({ opinion: lines({ max: 500 }).optional() }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'conflict-of-interest', 'verified-value-open', 'explanation-open'],
})

export const acceptSubmission = operation({
  id: 'acceptSubmission',
  summary: '市级审定',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/acceptance',
  roles: ['city-reviewer'],
  params,
  body: z.strictObject({ opinion: lines({ max: 500 }).optional() }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'conflict-of-interest', 'verified-value-open'],
})

export const returnSubmission = operation({
  id: 'returnSubmission',
  summary: '退回填报表',
  method: 'POST',
  path: '/v1/submissions/{submissionId}/return',
  roles: ['county-reviewer', 'city-reviewer'],
  params,
  body: z.strictObject({ to: z.enum(['draft', 'submitted']), reason }),
  success: CommandReply,
  startsFrom: 'submission',
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const getCommissionValues = operation({
  id: 'getCommissionValues',
  summary: '考评方录入的数据',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/commission-values',
  roles: RUN_READERS,
  params: cycleParams,
  success: z.object({
    /** Of the cycle and its scheme, what the page says and checks by. */
    cycle: z.object({ name: z.string(), subjectKind: SubjectKind, assessor: z.enum(['province', 'county']) }),
    enter: AllowedAction.optional(),
    items: z.array(DataItem),
    form: FormShape,
    rows: z.array(
      z.object({
        subject: SubjectCode,
        name: z.string(),
        group: z.string(),
        version: z.int(),
        values: z.array(FormValue),
      }),
    ),
  }),
})

export const enterCommissionValues = operation({
  id: 'enterCommissionValues',
  summary: '录入一个单位的考评方数据',
  method: 'PUT',
  path: '/v1/cycles/{cycleId}/commission-values/{subject}',
  roles: ASSESSORS,
  params: z.strictObject({ cycleId: CycleId, subject: SubjectCode }),
  body: z.strictObject({ values: CommissionValues.shape.values }),
  success: CommandReply,
  ifMatch: true,
  problems: ['cycle-not-open', 'item-unknown', 'value-invalid'],
})
