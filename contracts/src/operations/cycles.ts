import { z } from 'zod'
import { Cycle, LateFilling, MAX_SUBJECTS } from '../vocabulary/cycles/cycle.ts'
import { FormContent } from '../vocabulary/cycles/progressRow.ts'
import { SheetFigure } from '../vocabulary/cycles/sheetFigure.ts'
import { CountyCode } from '../vocabulary/divisions/divisions.ts'
import { CycleId, SchemeId, SubjectCode } from '../vocabulary/ids.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { DataItem, SubjectKind } from '../vocabulary/schemes/scheme.ts'
import { EvidenceType, SubmissionStatus } from '../vocabulary/submissions/submission.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, CASE_READERS, RUN_READERS } from './readers.ts'

const params = z.strictObject({ cycleId: CycleId })

export const listCycles = operation({
  id: 'listCycles',
  summary: '考评周期列表',
  method: 'GET',
  path: '/v1/cycles',
  roles: CASE_READERS,
  success: z.object({ rows: z.array(LIST_ROWS.cycle) }),
})

export const getCycle = operation({
  id: 'getCycle',
  summary: '考评周期',
  method: 'GET',
  path: '/v1/cycles/{cycleId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params,
  success: recordEnvelope(Cycle).extend({
    /** Names of the groups that its subjects are compared in. */
    groups: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
})

export const getCycleProgress = operation({
  id: 'getCycleProgress',
  summary: '填报进度',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/progress',
  roles: [...RUN_READERS, 'city-reviewer'],
  params,
  success: z.object({
    /** Cells that ask for a figure or a word, in each form. */
    cells: z.int(),
    rows: z.array(
      z.object({
        subject: SubjectCode,
        name: z.string(),
        group: z.string(),
        /** Null before the cycle was opened. The figures themselves stay with the county until it passes them on. */
        status: SubmissionStatus.nullable(),
        statusName: z.string(),
        updatedAt: Instant.nullable(),
        overdue: z.boolean(),
        /** 截止日 of this very form, and why it is another than the cycle's. */
        dueOn: PlainDate.nullable(),
        exceptionReason: z.string().nullable(),
        /** 首次提交, and whether that was after the day. */
        submittedAt: Instant.nullable(),
        late: z.boolean(),
        /**
         * 内容: cells with a figure, and of those not nought; reported missing; not applicable. While a form is being filled in, as it was
         * when it was last counted. Null before there is a form.
         */
        content: FormContent.nullable(),
      }),
    ),
  }),
})

/** 各单位数据: every figure of every subject, as one sheet that comes in pages. */
export const listCycleFigures = operation({
  id: 'listCycleFigures',
  summary: '各单位数据',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/figures',
  roles: [...RUN_READERS, 'city-reviewer'],
  params,
  query: z.strictObject({
    /** The last subject of the page before. */
    cursor: SubjectCode.optional(),
  }),
  success: z.object({
    name: z.string(),
    subjectKind: SubjectKind,
    /** How many subjects there are in the caller's jurisdiction. */
    subjects: z.int(),
    /** Cells of the form that the subjects fill, then, for the commission itself, those that it enters for each. */
    columns: z.array(
      z.object({
        item: z.string(),
        name: z.string(),
        unit: z.string(),
        period: z.string(),
        filledBy: DataItem.shape.filledBy,
        absentMeans: DataItem.shape.absentMeans,
      }),
    ),
    rows: z.array(
      z.object({
        subject: SubjectCode,
        name: z.string(),
        groupName: z.string(),
        statusName: z.string(),
        /** Has the form come up to the caller? Before, what stands in it is the unit's own business. */
        passed: z.boolean(),
        figures: z.array(SheetFigure),
      }),
    ),
    cursor: SubjectCode.optional(),
  }),
})

/** Who can be assessed under a scheme for this kind of subject: what the plan of a cycle chooses from. */
export const listCandidates = operation({
  id: 'listCandidates',
  summary: '可列入考评的单位',
  method: 'GET',
  path: '/v1/cycle-candidates',
  roles: ASSESSORS,
  query: z.strictObject({ subjectKind: SubjectKind }),
  success: z.object({
    candidates: z.array(
      z.object({
        code: SubjectCode,
        name: z.string(),
        /** Where it lies, for grouping and for telling namesakes apart. */
        county: CountyCode.nullable(),
        countyName: z.string(),
        cityName: z.string(),
      }),
    ),
  }),
})

/** More than so many are no exception: the cycle itself is given more time. */
const MAX_WINDOW_EXCEPTIONS = 50

const cyclePlan = z.strictObject({
  name: line({ min: 2, max: 80 }),
  year: z.int().min(2000).max(2100),
  schemeId: SchemeId,
  dataFrom: PlainDate,
  dataTo: PlainDate,
  dueOn: PlainDate,
  lateFilling: LateFilling.optional(),
  alsoAccepts: z.array(EvidenceType).max(10).optional(),
  rollUpFrom: CycleId.optional(),
  subjects: z
    .array(z.strictObject({ code: SubjectCode, group: line({ min: 1, max: 40 }) }))
    .min(1)
    .max(MAX_SUBJECTS),
})

export const planCycle = operation({
  id: 'planCycle',
  summary: '建立考评周期',
  method: 'POST',
  path: '/v1/cycles',
  roles: ASSESSORS,
  body: cyclePlan,
  success: CommandReply,
  status: 201,
  problems: ['not-found', 'transition-not-allowed'],
})

export const replanCycle = operation({
  id: 'replanCycle',
  summary: '修改未开放的考评周期',
  method: 'PUT',
  path: '/v1/cycles/{cycleId}/plan',
  roles: ASSESSORS,
  params,
  body: cyclePlan,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const extendCycle = operation({
  id: 'extendCycle',
  summary: '延长填报期限',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/extension',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ dueOn: PlainDate, reason: lines({ min: 2, max: 300, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const extendWindows = operation({
  id: 'extendWindows',
  summary: '为个别单位单独延期',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/window-exceptions',
  roles: ASSESSORS,
  params,
  body: z.strictObject({
    subjects: z.array(SubjectCode).min(1).max(MAX_WINDOW_EXCEPTIONS),
    dueOn: PlainDate,
    reason: lines({ min: 2, max: 300, tooShort: '请写明理由' }),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

/** At once; more are a matter for several decisions. */
const MAX_SUBJECT_CHANGES = 200

export const changeCycleSubjects = operation({
  id: 'changeCycleSubjects',
  summary: '调整填报中周期的考评对象',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/subjects',
  roles: ASSESSORS,
  params,
  body: z.strictObject({
    add: z
      .array(z.strictObject({ code: SubjectCode, group: line({ min: 1, max: 40 }) }))
      .max(MAX_SUBJECT_CHANGES)
      .default([]),
    remove: z.array(SubjectCode).max(MAX_SUBJECT_CHANGES).default([]),
    reason: lines({ min: 2, max: 300, tooShort: '请写明理由' }),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const callBackCycle = operation({
  id: 'callBackCycle',
  summary: '撤回误开放的考评周期',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/call-back',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 300, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const openCycle = operation({
  id: 'openCycle',
  summary: '开放填报',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/opening',
  roles: ASSESSORS,
  params,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})
