import { z } from 'zod'
import { Campaign } from './aftercare/campaign.ts'
import { Incidents } from './aftercare/incident.ts'
import { Recheck } from './aftercare/recheck.ts'
import { Appeal } from './appeals/appeal.ts'
import { BurdenRates } from './catalogue/burden.ts'
import { CatalogueEdition, CatalogueItem } from './catalogue/catalogueItem.ts'
import { CycleHead } from './cycles/cycle.ts'
import { Dispute, DisputeDoubt, DisputeSystem } from './disputes/dispute.ts'
import { DivisionTree } from './divisions/divisions.ts'
import { Application } from './honours/application.ts'
import { Bars } from './honours/bar.ts'
import { Certificate } from './honours/certificate.ts'
import { CountyHonour } from './honours/countyHonour.ts'
import { RoundDraws } from './honours/draw.ts'
import { HonourCode } from './honours/honourCodes.ts'
import { HonourCounts } from './honours/honourCounts.ts'
import { HonourTypeRecord } from './honours/honourType.ts'
import { LegalBasisRecord } from './honours/legalBasis.ts'
import { Round } from './honours/round.ts'
import { Title } from './honours/title.ts'
import { ApplicationId } from './ids.ts'
import { ImportBatch, ImportReading } from './intake/importBatch.ts'
import { ScoreRunRecord } from './league-tables/run.ts'
import { Mailbox } from './messages/digest.ts'
import { Urging } from './messages/urging.ts'
import { MovePlan } from './moves/movePlan.ts'
import { Batch } from './notices/batch.ts'
import { LoadedCalendar } from './notices/calendar.ts'
import { Objection } from './objections/objection.ts'
import { Invitation, MembershipRecord } from './people/membershipRecord.ts'
import { Instant } from './plainDate.ts'
import { DutyCoverage } from './posts/dutyCoverage.ts'
import { DutyEntries } from './posts/dutyEntries.ts'
import { DutyEvent } from './posts/dutyEvent.ts'
import { DutyLists } from './posts/dutyLists.ts'
import { DutyPost } from './posts/dutyPost.ts'
import { DutyTraining } from './posts/dutyTraining.ts'
import { Procedure } from './procedure/procedure.ts'
import { ProcedurePaper } from './procedure/procedurePaper.ts'
import { LogHead, LogPage, PublicLog, SigningKey } from './public-log/publicLog.ts'
import { Register } from './registers/register.ts'
import { RegisterLeaf, RowId } from './registers/registerRow.ts'
import { SchemeRecord } from './schemes/schemeRecord.ts'
import { CommissionValues } from './submissions/commissionValues.ts'
import { Submission } from './submissions/submission.ts'
import { Measure } from './supervision/measure.ts'
import { Rectification } from './supervision/rectification.ts'
import { SupervisionTally } from './supervision/tally.ts'
import { Unit } from './units/unit.ts'

/**
 * Every kind of record, what it is called and the shape of its state. The id of a record starts with its owner's division code and a
 * dot; who owns and who reaches a kind stands in the domain's table of access.
 */
export const RECORD_KINDS = {
  /** The province's tree of cities and counties: id `<province>.divisions`. Everybody of the province reads it. */
  divisions: { name: '行政区划', state: DivisionTree },
  /** Years that were announced after the system was delivered: id `<province>.calendar`. Everybody of the province reads it. */
  calendar: { name: '节假日安排', state: LoadedCalendar },
  unit: { name: '基层单位', state: Unit },
  /** One post of one person or machine: id `<jurisdiction>.<digest of who and what>`, so that inviting twice is one. */
  membership: { name: '任职', state: MembershipRecord },
  invitation: { name: '邀请码', state: Invitation },
  submission: { name: '填报表', state: Submission },
  application: { name: '申报', state: Application },
  /** One per unit × round, so that two clerks cannot both apply for one village: id `<county>.<unit ULID>-<round ULID>`. */
  'application-slot': {
    name: '申报占位',
    state: z.object({ applicationId: z.string().nullable() }),
  },
  appeal: { name: '申诉', state: Appeal },
  /** 催报 of a case, under the case's own id. */
  urging: { name: '催报', state: Urging },
  /** 汇总设置 of a post, under the post's own id. */
  mailbox: { name: '汇总设置', state: Mailbox },
  title: { name: '称号', state: Title },
  /** The title that a unit got here last from one level, so that two lists cannot name it twice: id `<county>.<honour code>-<unit ULID>`, of a county's or city's `<county>.county-<honour code>-…`. */
  'unit-title': { name: '单位称号', state: z.object({ titleId: z.string() }) },
  /** Places used in a round, all together and by county: id `<city>.<round ULID>`, of a county's own round `<county>.…`. */
  quota: {
    name: '名额',
    state: z.object({
      used: z.int().min(0),
      counties: z.record(z.string(), z.int().min(0)).optional(),
      /** 分配: what a city gave each of its counties of the province's round; before that all of them draw on the city's places. */
      given: z
        .object({
          /** How often it was distributed: by it a clerk's outdated page is told. */
          number: z.int().min(1),
          places: z.record(z.string(), z.int().min(0)),
          reason: z.string(),
        })
        .optional(),
      /** 候补, in order. */
      waiting: z
        .array(
          z.object({
            applicationId: ApplicationId,
            county: z.string(),
            unitName: z.string(),
            honour: z.string(),
            since: Instant,
            /** Since when a place is there for it. */
            calledAt: Instant.optional(),
          }),
        )
        .optional(),
    }),
  },
  /** Draws for checks on the spot, of who makes them: id `<jurisdiction>.<round's code>-<round ULID>`. */
  draw: { name: '随机抽取', state: RoundDraws },
  /** id `<province>.<code>` */
  'catalogue-item': { name: '数据目录项', state: CatalogueItem },
  /** Written once and never changed: id `<province>.<code>.<edition>`. */
  'catalogue-edition': { name: '目录版本', state: CatalogueEdition },
  /** id `<province>.burden-rates` */
  'burden-rates': { name: '填报用时标准', state: BurdenRates },
  scheme: { name: '考评方案', state: SchemeRecord },
  cycle: { name: '考评周期', state: CycleHead },
  /** id `<assessor>.<cycle ULID>-<subject>` */
  'commission-values': { name: '考评方录入数据', state: CommissionValues },
  run: { name: '计分', state: ScoreRunRecord },
  /** A type that the province added or varied: id `<province>.<code>`. */
  'honour-type': { name: '荣誉类型', state: HonourTypeRecord },
  'legal-basis': { name: '批准依据', state: LegalBasisRecord },
  /** 户数 of an honour that is only counted: id `<county>.<honour code>-<year>`. */
  'honour-counts': { name: '户数登记', state: HonourCounts },
  /** An honour that the county itself was given elsewhere: id `<county>.<digest of name, level and year>`, so that no year counts twice. */
  'county-honour': { name: '荣誉登记', state: CountyHonour },
  /** Under the id of the unit; of a county itself `<county>.division`. */
  bars: { name: '限制申报', state: Bars },
  round: { name: '申报轮次', state: Round },
  batch: { name: '拟命名批次', state: Batch },
  /** 复核事由 of a unit, under its id. */
  incidents: { name: '复核事由', state: Incidents },
  /** id `<county>.<unit ULID>-<ULID>`; of a title whose unit is not registered `<county>.<ULID>`. */
  recheck: { name: '复核', state: Recheck },
  campaign: { name: '复核批次', state: Campaign },
  /** One for each county or township that goes: id `<province or county>.<digest of it>`. */
  'move-plan': { name: '迁移方案', state: MovePlan },
  /** id `<county>.<unit ULID>-<ULID>`; on a county itself `<county>.<ULID>`. */
  measure: { name: '督导措施', state: Measure },
  /** As its measure's, with a ULID of its own. */
  rectification: { name: '整改', state: Rectification },
  /** id `<county>.<year>` */
  'supervision-tally': { name: '督导汇总', state: SupervisionTally },
  /** id `<county>.<unit ULID>-<what follows from its kind>`, so that a unit has each kind once. */
  'duty-post': { name: '岗位', state: DutyPost },
  /** id `<county>.duty-posts` */
  'duty-coverage': { name: '岗位覆盖情况', state: DutyCoverage },
  /** The province's template, or a county's own version: id `<province or county>.<ULID>`. */
  'duty-lists': { name: '四张清单', state: DutyLists },
  /** id `<county>.<unit ULID>-<what follows in its post's>-<year>` */
  'duty-entries': { name: '日常登记', state: DutyEntries },
  /** id `<county>.<unit ULID>-<ULID>` */
  'duty-event': { name: '负面事件', state: DutyEvent },
  'duty-training': { name: '岗位培训', state: DutyTraining },
  /** Under the id of the cycle: who does which step, the veto review and the deliberation. */
  procedure: { name: '考评程序', state: Procedure },
  /** id `<county>.[<unit ULID>-]<step>-<cycle ULID>`; of a visit `<assessor>.visit-<cycle ULID>-<visited>` */
  'procedure-paper': { name: '程序材料', state: ProcedurePaper },
  /** 异议 to a list on notice, with whoever investigates it: id `<city or province>.<ULID>`. */
  objection: { name: '异议', state: Objection },
  'import-batch': { name: '导入批次', state: ImportBatch },
  /** Under the batch's id: what the importer function read. */
  'import-reading': { name: '读入结果', state: ImportReading },
  /** Certificate numbers given so far: id `<province>.<honour code>-<year>`. Counted in the transaction that names, so there is no gap. */
  'serial-counter': {
    name: '证书编号',
    state: z.object({ honour: HonourCode, year: z.int(), last: z.int().min(0) }),
  },
  /** A document number is used once: id `<province>.<document number>`. */
  'document-number': { name: '文号', state: z.object({ batchId: z.string() }) },
  /** Issued once and never changed: id `<title's id>-<copy>`. */
  certificate: { name: '证书', state: Certificate },
  /** 台账定义: id `<province>.<code>`. */
  register: { name: '台账', state: Register },
  /** Some rows of a register, of a county or of one of its units: id `<county>.[<unit ULID>-]<code>-<period>-<number>`. */
  'register-leaf': { name: '台账页', state: RegisterLeaf },
  /** A row's key in a county, so that it stands there once: id `<county>.<code>-<period>-<digest of the key>`. */
  'register-key': { name: '台账唯一栏', state: z.object({ row: RowId.nullable() }) },
  /** id `<province or county>.<system>`; the typical layouts hold where nobody wrote one. */
  'dispute-system': { name: '字段对照', state: DisputeSystem },
  /** id `<county>.<what follows from the system and its number, or a ULID>` */
  dispute: { name: '矛盾纠纷', state: Dispute },
  /** id `<county>.<what follows from the two statements>` */
  'dispute-doubt': { name: '疑似同一纠纷', state: DisputeDoubt },
  /** The province's log of all that was published: id `<province>.log`. */
  log: { name: '公开日志', state: PublicLog },
  /** id `<province>.<8 digits>` */
  'log-page': { name: '日志页', state: LogPage },
  /** id `<province>.<day>` */
  'log-head': { name: '日志摘要', state: LogHead },
  /** id `<province>.<kid>` */
  'signing-key': { name: '签名公钥', state: SigningKey },
} as const

export type RecordKind = keyof typeof RECORD_KINDS
export type RecordState<K extends RecordKind> = z.infer<(typeof RECORD_KINDS)[K]['state']>
