import { z } from 'zod'
import { Actor } from '../vocabulary/access/people.ts'
import { Instant } from '../vocabulary/plainDate.ts'
import { RECORD_KINDS, type RecordKind, type RecordState } from '../vocabulary/records.ts'

/**
 * Every fact that can be recorded: on which kind of record, and how a timeline calls it.
 * Facts are append-only and chained; they are the audit log, and every projection is made from them.
 */
export const FACTS = {
  DivisionsLoaded: { kind: 'divisions', name: '导入行政区划' },
  DivisionsChanged: { kind: 'divisions', name: '登记区划变更' },
  DivisionsChangeRevoked: { kind: 'divisions', name: '撤销区划变更登记' },
  CalendarLoaded: { kind: 'calendar', name: '导入节假日安排' },
  UnitRegistered: { kind: 'unit', name: '登记单位' },
  UnitChanged: { kind: 'unit', name: '变更单位' },
  UnitEnded: { kind: 'unit', name: '撤并单位' },
  SchemeDrafted: { kind: 'scheme', name: '起草方案' },
  SchemeEdited: { kind: 'scheme', name: '修改方案' },
  SchemePublished: { kind: 'scheme', name: '发布方案' },
  SchemeClosed: { kind: 'scheme', name: '废止方案' },
  CyclePlanned: { kind: 'cycle', name: '建立考评周期' },
  CycleReplanned: { kind: 'cycle', name: '修改考评周期' },
  CycleExtended: { kind: 'cycle', name: '延长填报期限' },
  CycleOpened: { kind: 'cycle', name: '开放填报' },
  CycleScored: { kind: 'cycle', name: '计分' },
  CyclePreviewed: { kind: 'cycle', name: '开放预览' },
  CycleFinalised: { kind: 'cycle', name: '公布结果' },
  CommissionValuesEntered: { kind: 'commission-values', name: '录入省级数据' },
  SubmissionOpened: { kind: 'submission', name: '生成填报表' },
  SubmissionExtended: { kind: 'submission', name: '延长填报期限' },
  ValuesSaved: { kind: 'submission', name: '保存数据' },
  EvidenceRequested: { kind: 'submission', name: '登记佐证材料' },
  EvidenceAttached: { kind: 'submission', name: '上传佐证材料' },
  EvidenceRemoved: { kind: 'submission', name: '移除佐证材料' },
  SubmissionSubmitted: { kind: 'submission', name: '提交' },
  SubmissionWithdrawn: { kind: 'submission', name: '撤回' },
  SubmissionVerified: { kind: 'submission', name: '县级审核通过' },
  SubmissionAccepted: { kind: 'submission', name: '市级审定' },
  SubmissionReturned: { kind: 'submission', name: '退回' },
  ScoresComputed: { kind: 'run', name: '计分' },
  RunPreviewed: { kind: 'run', name: '开放预览' },
  RunPublished: { kind: 'run', name: '公布' },
  RunSuperseded: { kind: 'run', name: '由新一次计分取代' },
  AppealFiled: { kind: 'appeal', name: '提出申诉' },
  AppealAnswered: { kind: 'appeal', name: '答复申诉' },
  AppealCorrected: { kind: 'appeal', name: '更正申诉事项' },
  AppealReopened: { kind: 'appeal', name: '更正后又恢复原数' },
  RoundOpened: { kind: 'round', name: '开放申报' },
  ApplicationDrafted: { kind: 'application', name: '起草申报' },
  ApplicationSaved: { kind: 'application', name: '修改申报' },
  ApplicationSubmitted: { kind: 'application', name: '提交申报' },
  ApplicationWithdrawn: { kind: 'application', name: '撤回申报' },
  ApplicationRecommended: { kind: 'application', name: '县级推荐' },
  ApplicationAccepted: { kind: 'application', name: '市级验收' },
  ApplicationReturned: { kind: 'application', name: '退回' },
  ApplicationRejected: { kind: 'application', name: '不予通过' },
  ApplicationProposed: { kind: 'application', name: '列入拟命名名单' },
  ApplicationNamed: { kind: 'application', name: '命名' },
  ApplicationPassedOver: { kind: 'application', name: '未予命名' },
  ApplicationSlotTaken: { kind: 'application-slot', name: '占用申报' },
  ApplicationSlotReleased: { kind: 'application-slot', name: '释放申报' },
  QuotaCounted: { kind: 'quota', name: '名额变动' },
  BatchCreated: { kind: 'batch', name: '建立批次' },
  BatchEntryAdded: { kind: 'batch', name: '列入名单' },
  BatchEntryRemoved: { kind: 'batch', name: '移出名单' },
  NoticeOpened: { kind: 'batch', name: '开始公示' },
  NoticeClosed: { kind: 'batch', name: '公示期满' },
  NamingDecided: { kind: 'batch', name: '作出命名决定' },
  NamingCompleted: { kind: 'batch', name: '命名完成' },
  DocumentNumberUsed: { kind: 'document-number', name: '使用文号' },
  SerialIssued: { kind: 'serial-counter', name: '编发证书号' },
  TitleConferred: { kind: 'title', name: '授予称号' },
  TitleImported: { kind: 'title', name: '导入公开名单' },
  UnitTitled: { kind: 'unit-title', name: '取得称号' },
} as const satisfies Record<string, { kind: RecordKind; name: string }>

export type FactType = keyof typeof FACTS
export type FactTypeOf<K extends RecordKind> = {
  [T in FactType]: (typeof FACTS)[T]['kind'] extends K ? T : never
}[FactType]

/**
 * What happened, in a few words and figures for the timeline and the auditor: `reason`, `documentNumber`, old → new.
 * Flat text values only, so that a log line or a print-out can show all of it.
 */
export const FactDetails = z.record(z.string(), z.string())
export type FactDetails = z.infer<typeof FactDetails>

const factTypes = Object.keys(FACTS) as [FactType, ...FactType[]]
const recordKinds = Object.keys(RECORD_KINDS) as [RecordKind, ...RecordKind[]]

/** A recorded fact. `after` is the record's state once it had happened: the reduction of all facts so far. */
export const Fact = z.object({
  /** `<record id>@<version>`; projections use it to ignore repeats. */
  id: z.string(),
  schemaVersion: z.literal(1),
  kind: z.enum(recordKinds),
  recordId: z.string(),
  /** Version of the record after this fact, from 1; it orders the facts of one record. */
  version: z.int().min(1),
  type: z.enum(factTypes),
  at: Instant,
  actor: Actor,
  correlationId: z.string(),
  details: FactDetails,
  after: z.unknown(),
  previousHash: z.string(),
  /** SHA-256 over everything above in canonical JSON, hexadecimal. */
  hash: z.string(),
})
export type Fact = z.infer<typeof Fact>
export type FactOf<K extends RecordKind> = Omit<Fact, 'kind' | 'after'> & { kind: K; after: RecordState<K> }

/** One line of a case's timeline, as people see it. */
export const TimelineEntry = z.object({
  at: Instant,
  type: z.enum(factTypes),
  name: z.string(),
  personName: z.string(),
  post: z.string(),
  jurisdictionName: z.string(),
  details: FactDetails,
})
export type TimelineEntry = z.infer<typeof TimelineEntry>
