import { z } from 'zod'
import { CityCode, CountyCode, Level, ProvinceCode } from './divisions/divisions.ts'
import { PlaceReading } from './divisions/placeReading.ts'
import { Grade } from './honours/honourType.ts'
import { Title, TitleStatus } from './honours/title.ts'
import { BatchId, CertificateSerial, DocumentNumber, SchemeId, TitleId, UnitId } from './ids.ts'
import { Batch } from './notices/batch.ts'
import { LoadedCalendar } from './notices/calendar.ts'
import { ObjectionOutcome, ObjectionStatus, ReceiptNumber } from './objections/objection.ts'
import { PlainDate } from './plainDate.ts'
import { CoverageByKind } from './posts/dutyCoverage.ts'
import type { SchemeStatus } from './schemes/schemeRecord.ts'
import { UnitKind } from './units/unitKind.ts'

/**
 * What the public may see: the rows of the public table, written by the projector and read by the public site.
 * These shapes are the allow-list. A field that is not here is not published, and none of them holds a person's name,
 * number or opinion; an objection contact is an office and its telephone.
 */

/** Listed places come from public notices of other bodies; only web addresses are linked to. */
const SourceUrl = z.url({ protocol: /^https?$/ }).max(500)

/** Lower-case syllables without tones, separated by spaces: `ma fang ba she qu`. The letter ü is written v. */
const Pinyin = z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$|^$/)

/** 称号公开信息: one title, as the public list and its own page show it. */
export const PublicTitle = z.object({
  titleId: TitleId,
  province: ProvinceCode,
  provinceName: z.string(),
  city: CityCode,
  cityName: z.string(),
  county: CountyCode,
  countyName: z.string(),
  townshipName: z.string().optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  /** The registered unit, where it is known; by it the site says what became of the unit since. */
  unitId: UnitId.optional(),
  honour: z.string(),
  honourName: z.string(),
  level: z.union([Level, z.literal('national')]),
  /** 等级, where the level has several. */
  grade: Grade.optional(),
  year: z.int(),
  status: TitleStatus,
  namedOn: PlainDate.optional(),
  validFrom: PlainDate.optional(),
  validUntil: PlainDate.optional(),
  documentNumber: DocumentNumber.optional(),
  issuer: z.string().optional(),
  batchId: BatchId.optional(),
  serial: CertificateSerial.optional(),
  certificateHash: z.string().optional(),
  /** 命名撤回: by which decision and when. */
  takenBack: z.object({ documentNumber: DocumentNumber, on: PlainDate, reason: z.string() }).optional(),
  mendBy: PlainDate.optional(),
  revoked: Title.shape.revoked,
  restored: Title.shape.restored,
  deregistered: Title.shape.deregistered,
  /** 现属, since its unit came under another county; the place above is that of the naming. */
  placeNow: z.string().optional(),
  source: z.object({ kind: z.enum(['named-here', 'public-listing']), url: SourceUrl.optional() }),
  /** Pinyin of the unit's name, for search and for the order of lists. */
  pinyin: Pinyin,
  /** First letters of the syllables: `mfbsq`. */
  initials: z.string(),
  /** Pinyin of city, county and township together, for search. */
  placePinyin: Pinyin,
})
export type PublicTitle = z.infer<typeof PublicTitle>

/** A title behind a certificate number. Of one that was corrected, as it was before, with the number that took its place. */
export const PublicCertificate = PublicTitle.extend({
  correctedTo: CertificateSerial.optional(),
  correctedOn: PlainDate.optional(),
})
export type PublicCertificate = z.infer<typeof PublicCertificate>

/**
 * 单位现状: a unit that was renamed, merged or dissolved; by it the titles that it holds are marked at once. Titles out of public
 * lists know no id, so a unit has with it what a list calls it by.
 */
export const PublicUnit = z.object({
  unitId: UnitId,
  province: ProvinceCode,
  county: CountyCode,
  kind: UnitKind,
  name: z.string(),
  /** Of rows from before it is missing, as below. */
  pinyin: Pinyin.optional(),
  parentName: z.string().optional(),
  /** Oldest first, each with its last day. */
  formerNames: z.array(z.object({ name: z.string(), until: PlainDate, pinyin: Pinyin.optional() })).optional(),
  /** Its last day. */
  endedOn: PlainDate.optional(),
})
export type PublicUnit = z.infer<typeof PublicUnit>

/** 单位沿革: one change of a unit, and by which document. */
export const PublicUnitChange = z.object({
  version: z.int().min(1),
  on: PlainDate,
  name: z.string(),
  fromName: z.string().optional(),
  toName: z.string().optional(),
  fromParent: z.string().optional(),
  toParent: z.string().optional(),
  /** 并入某村, of a unit that ended. */
  successor: z.string().optional(),
  /** 现属, of a unit that goes on under another county. */
  toPlace: z.string().optional(),
  approvalReference: z.string().optional(),
})
export type PublicUnitChange = z.infer<typeof PublicUnitChange>

const OtherName = z.object({ name: z.string(), pinyin: Pinyin })
export type OtherName = z.infer<typeof OtherName>

/**
 * A title with what became of its unit. `namesake`: a unit of that name that ended, where the list that the title is from leaves open
 * whether it is the one.
 */
export type TitleToday = PublicTitle & {
  /** Names that its unit bears or bore besides the one that it was named under: it is searched by them too. */
  readonly otherNames?: readonly OtherName[]
  readonly unitNow?: Pick<PublicUnit, 'name' | 'endedOn'>
  readonly namesake?: Pick<PublicUnit, 'parentName' | 'endedOn'>
}

const SHARED = {
  province: true,
  provinceName: true,
  city: true,
  cityName: true,
  county: true,
  countyName: true,
  honour: true,
  honourName: true,
  unitKind: true,
  level: true,
  grade: true,
  year: true,
  status: true,
  namedOn: true,
  validFrom: true,
  validUntil: true,
  documentNumber: true,
  issuer: true,
  batchId: true,
  source: true,
} as const

/** What titles that were named together in one county share: stored once for all of them. */
export const PublicTitleGroup = PublicTitle.pick(SHARED)
export type PublicTitleGroup = z.infer<typeof PublicTitleGroup>

/** The rest of a title, with what became of its unit. */
export const PublicTitleLine = PublicTitle.omit({ ...SHARED, initials: true }).extend({
  /** Place of its group in the sheet. */
  group: z.int().min(0),
  unitNow: z.object({ name: z.string(), endedOn: PlainDate.optional() }).optional(),
  namesake: z.object({ parentName: z.string().optional(), endedOn: PlainDate.optional() }).optional(),
  otherNames: z.array(OtherName).optional(),
})
export type PublicTitleLine = z.infer<typeof PublicTitleLine>

/**
 * 县级名录: how many titles of which kind a county has, and in which parts their lines lie. By these counts filters are offered and
 * pages are found without reading a line. A title that runs out, or whose unit ended, is counted by its day and not by its
 * state, so that the counts are right on any day.
 */
export const PublicSheet = z.object({
  county: CountyCode,
  groups: z.array(PublicTitleGroup),
  parts: z.array(
    z.object({
      digest: z.string(),
      tallies: z.array(z.object({ group: z.int().min(0), endedOn: PlainDate.optional(), count: z.int().min(1) })),
    }),
  ),
})
export type PublicSheet = z.infer<typeof PublicSheet>

/** Some of a county's lines, in order. */
export const PublicSheetPart = z.array(PublicTitleLine)
export type PublicSheetPart = z.infer<typeof PublicSheetPart>

/** One line of a title's public history. */
export const PublicTitleEvent = z.object({
  /** Version of the title that this step made; it orders the history. */
  version: z.int().min(1),
  on: PlainDate,
  name: z.string(),
  status: TitleStatus,
  documentNumber: DocumentNumber.optional(),
})
export type PublicTitleEvent = z.infer<typeof PublicTitleEvent>

/** Where a notice stands: running, over, or over with the naming decision made. */
export const PublicNoticeStatus = z.enum(['on-notice', 'closed', 'named'])
export type PublicNoticeStatus = z.infer<typeof PublicNoticeStatus>

/** 公示: one line of the list of notices. */
export const PublicNoticeSummary = z.object({
  batchId: BatchId,
  /** 命名级, and who names; notices from before are the province's. */
  level: Level.optional(),
  by: z.string().optional(),
  province: ProvinceCode,
  name: z.string(),
  roundName: z.string(),
  year: z.int(),
  status: PublicNoticeStatus,
  startsOn: PlainDate,
  endsOn: PlainDate,
  unitCount: z.int(),
  documentNumber: DocumentNumber.optional(),
  namedOn: PlainDate.optional(),
})
export type PublicNoticeSummary = z.infer<typeof PublicNoticeSummary>

/** 公示详情: the list of units, how to object, the rules and the outcome. */
export const PublicNotice = PublicNoticeSummary.extend({
  workingDays: z.int(),
  contact: z.string(),
  /** 异议核查期限, in working days; notices from before this was said have none. */
  objectionWorkingDays: z.int().optional(),
  closedOn: PlainDate.optional(),
  issuer: z.string(),
  approvalReference: z.string(),
  validYears: z.int().nullable(),
  namedCount: z.int(),
  entries: z.array(
    z.object({
      county: CountyCode,
      cityName: z.string(),
      countyName: z.string(),
      townshipName: z.string().optional(),
      unitName: z.string(),
      unitKind: UnitKind,
      /** What became of it: what stood on notice stays. */
      outcome: z.enum(['pending', 'named', 'removed', 'passed-over', 'set-aside']).optional(),
      outcomeOn: PlainDate.optional(),
      /** Of what the decision itself says: it held the title already, is no more, or waits for an objection. */
      outcomeReason: z.string().optional(),
      /** The name that it was named under, where that is another one. */
      namedAs: z.string().optional(),
    }),
  ),
  /** Decisions on this list that were taken back, oldest first. */
  takenBack: Batch.shape.takenBack,
  /** Every unit is named or passed over. */
  complete: z.boolean().optional(),
})
export type PublicNotice = z.infer<typeof PublicNotice>

/** 异议核查结果, as everybody reads it beside the notice: nothing of who objected. */
export const PublicObjectionResult = z.object({
  /** The unit of the list; without one it was about the list as a whole. */
  unitName: z.string().optional(),
  outcome: ObjectionOutcome,
  text: z.string(),
  publishedOn: PlainDate,
})
export type PublicObjectionResult = z.infer<typeof PublicObjectionResult>

/** The same on the page of the unit that it was about. */
export const PublicUnitObjection = PublicObjectionResult.extend({ batchId: BatchId })
export type PublicUnitObjection = z.infer<typeof PublicUnitObjection>

/** 异议办理情况, for whoever has number and code: found by their digest alone. */
export const PublicObjectionStatus = z.object({
  number: ReceiptNumber,
  batchId: BatchId,
  batchName: z.string(),
  unitName: z.string().optional(),
  anonymous: z.boolean(),
  receivedOn: PlainDate,
  sentOn: PlainDate,
  dueOn: PlainDate.optional(),
  status: ObjectionStatus,
  outcome: ObjectionOutcome.optional(),
  answer: z.string().optional(),
  answeredOn: PlainDate.optional(),
  publishedOn: PlainDate.optional(),
  keptUntil: PlainDate,
})
export type PublicObjectionStatus = z.infer<typeof PublicObjectionStatus>
/** 户数公布: sums, and no household. A township with fewer than five has no figure of its own. */
export const PublicCounts = z.object({
  county: CountyCode,
  countyName: z.string(),
  cityName: z.string(),
  honourName: z.string(),
  year: z.int(),
  households: z.int(),
  families: z.int(),
  documentNumber: z.string(),
  publishedOn: PlainDate,
  townships: z.array(z.object({ name: z.string(), households: z.int(), families: z.int().optional() })),
})
export type PublicCounts = z.infer<typeof PublicCounts>

/** 方案状态 as far as the public sees it. Written out, so that the public site need not load the scheme's vocabulary. */
export const PublicMethodStatus = z.enum(['trial', 'in-force', 'closed'] satisfies readonly SchemeStatus[])
export type PublicMethodStatus = z.infer<typeof PublicMethodStatus>

/** 挂牌督办 as its issuer published it: number, unit and term, neither cause nor person. */
export const PublicListing = z.object({
  id: z.string(),
  province: ProvinceCode,
  /** City, and of a unit its county. */
  place: z.string(),
  unitName: z.string(),
  issuerName: z.string(),
  documentNumber: z.string(),
  on: PlainDate,
  until: PlainDate,
  publishedOn: PlainDate,
  /** 摘牌, once it was published. */
  liftedOn: PlainDate.optional(),
})
export type PublicListing = z.infer<typeof PublicListing>

/** 岗位覆盖情况 as a county published it: figures of that day, and no name. */
export const PublicDutyCoverage = z.object({
  county: z.string(),
  province: ProvinceCode,
  place: z.string(),
  on: PlainDate,
  kinds: CoverageByKind,
})
export type PublicDutyCoverage = z.infer<typeof PublicDutyCoverage>

/** 考评办法: one line of the list of methods. A draft is not public. */
export const PublicMethodSummary = z.object({
  schemeId: SchemeId,
  province: ProvinceCode,
  name: z.string(),
  year: z.int(),
  /** 考评对象 in Chinese. */
  subject: z.string(),
  status: PublicMethodStatus,
  /** Version of the scheme's record: a score run names the same number. */
  version: z.int().min(1),
  publishedOn: PlainDate.optional(),
})
export type PublicMethodSummary = z.infer<typeof PublicMethodSummary>

/** 指标条文: a node of the tree as it is published, in the order of the scheme. */
export const PublicMethodNode = z.object({
  /** 1 for the whole, 2 for its parts. */
  level: z.int().min(1),
  code: z.string(),
  name: z.string(),
  isHeading: z.boolean(),
  points: z.string().optional(),
  weight: z.string().optional(),
  definition: z.string().optional(),
  clause: z.string(),
  /** Document and clause that the rule was taken from. */
  source: z.string().optional(),
})
export type PublicMethodNode = z.infer<typeof PublicMethodNode>

/** 考评办法 in plain words, without its indicators: they may be many and lie in rows of their own. */
export const PublicMethod = PublicMethodSummary.extend({
  code: z.string(),
  definition: z.string(),
  source: z.object({
    document: z.string(),
    clause: z.string().optional(),
    url: SourceUrl.optional(),
    note: z.string().optional(),
  }),
  /** Whom, how often, from how many points, how the total is made. */
  basics: z.array(z.string()),
  groups: z.array(z.object({ name: z.string(), definition: z.string().optional(), changes: z.array(z.string()) })),
  /** Figures that nobody types, and the ledger that each is counted from. */
  counted: z.array(z.string()).optional(),
  capGroups: z.array(z.string()),
  vetoes: z.array(z.object({ name: z.string(), rule: z.string(), source: z.string().optional() })),
  /** What follows for whoever stands badly in the published table. */
  escalations: z.array(z.string()).optional(),
  grades: z.array(z.object({ name: z.string(), conditions: z.string() })),
  quotas: z.array(z.string()),
  /** Rounding, rank basis and numbering. */
  ranking: z.array(z.string()),
  missing: z.array(z.string()),
  nodeCount: z.int(),
})
export type PublicMethod = z.infer<typeof PublicMethod>

/** Some of a method's indicators, in order. */
export const PublicMethodPart = z.object({ number: z.int().min(1), nodes: z.array(PublicMethodNode) })
export type PublicMethodPart = z.infer<typeof PublicMethodPart>

/** 公布的结果 of a cycle under a method: when, and the seal that its archive must have. Never a score or a rank. */
export const PublicResult = z.object({
  cycleName: z.string(),
  publishedOn: PlainDate,
  engineVersion: z.string(),
  seal: z.string(),
})
export type PublicResult = z.infer<typeof PublicResult>

/** A province that publishes here. */
export const PublicProvince = z.object({ code: ProvinceCode, name: z.string() })
export type PublicProvince = z.infer<typeof PublicProvince>

/** 节假日安排 that the province's office loaded: the public counts the days of a notice by the same calendar. */
export const PublicCalendar = LoadedCalendar
export type PublicCalendar = z.infer<typeof PublicCalendar>

/** 地名读音 that the province's office added. */
export const PublicReadings = z.object({ readings: z.array(PlaceReading) })
export type PublicReadings = z.infer<typeof PublicReadings>

/** The province whose places and units are made up; every public page says so. */
export const DEMO_PROVINCE = '99'
