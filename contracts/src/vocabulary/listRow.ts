import { z } from 'zod'
import { MachineScope, Role } from './access/people.ts'
import { CampaignStatus } from './aftercare/campaign.ts'
import { IncidentKind } from './aftercare/incident.ts'
import { RecheckOutcome, RecheckStatus } from './aftercare/recheck.ts'
import { AppealStatus } from './appeals/appeal.ts'
import { CatalogueCode } from './catalogue/catalogueCode.ts'
import { CatalogueStatus } from './catalogue/catalogueItem.ts'
import { CycleStatus } from './cycles/cycle.ts'
import { CityCode, CountyCode, Level } from './divisions/divisions.ts'
import { ApplicationStatus } from './honours/application.ts'
import { BarKind, BarSubject } from './honours/bar.ts'
import { CountyHonour, CountyHonourStatus } from './honours/countyHonour.ts'
import { HonourCode } from './honours/honourCodes.ts'
import { Regime } from './honours/legalBasis.ts'
import { Title, TitleStatus } from './honours/title.ts'
import {
  BatchId,
  CampaignId,
  CycleId,
  DutyListsId,
  DutyPostId,
  MeasureId,
  RecheckId,
  RoundId,
  RunId,
  SchemeId,
  TitleId,
  UnitId,
} from './ids.ts'
import { ImportListCode, ImportStatus } from './intake/importBatch.ts'
import { RunStatus } from './league-tables/run.ts'
import { DigestChannel } from './messages/digestChannel.ts'
import { MoveKind, MoveStatus } from './moves/movePlan.ts'
import { BatchStatus } from './notices/batch.ts'
import { ObjectionChannel, ObjectionOutcome, ObjectionStatus } from './objections/objection.ts'
import { MembershipStatus } from './people/membershipRecord.ts'
import { Instant, PlainDate } from './plainDate.ts'
import { DutyCoverage } from './posts/dutyCoverage.ts'
import { DutyEventStatus } from './posts/dutyEvent.ts'
import { DutyListsStatus, NegativeEffect } from './posts/dutyLists.ts'
import { DutyPostKind, DutyPostStatus, PostHolding } from './posts/dutyPost.ts'
import { TrainingKind } from './posts/proofs/training.ts'
import { ProcedureStatus } from './procedure/procedure.ts'
import { PaperStatus, PaperStep } from './procedure/procedurePaper.ts'
import { Register, RegisterCode, RegisterStatus, RegisterTerm } from './registers/register.ts'
import { DataItem, SubjectKind } from './schemes/scheme.ts'
import { SchemeStatus } from './schemes/schemeRecord.ts'
import { SubmissionStatus } from './submissions/submission.ts'
import { MeasureKind, MeasureOutcome, MeasureStatus, MeasureTrigger } from './supervision/measure.ts'
import { RectificationStatus } from './supervision/rectification.ts'
import { TallyFigures } from './supervision/tally.ts'
import { Unit } from './units/unit.ts'
import { UnitKind } from './units/unitKind.ts'

/** In whose hands a case is: exactly one post at one jurisdiction, or nobody's when it is closed. */
export const Queue = z.object({ level: Level, code: z.string(), role: Role })
export type Queue = z.infer<typeof Queue>

/** The row of one kind of record. `status` and `fields` are what this kind's list shows and filters by. */
const rowOf = <const K extends string, S extends z.ZodType<string>, F extends z.ZodRawShape>(
  kind: K,
  status: S,
  fields: F,
) =>
  z.object({
    kind: z.literal(kind),
    id: z.string(),
    version: z.int(),
    title: z.string(),
    /** Where: the shortest unambiguous place name. */
    place: z.string(),
    status,
    statusName: z.string(),
    queue: Queue.nullable(),
    /** What the queue's owner does next, as a verb: 审核, 推荐, 验收. */
    nextVerb: z.string().nullable(),
    dueOn: PlainDate.nullable(),
    updatedAt: Instant,
    fields: z.object(fields),
  })

const count = z.int().min(0)

/** Every kind of record that stands in lists, and the shape of its row. */
export const LIST_ROWS = {
  unit: rowOf('unit', z.enum(['current', 'ended']), {
    unitKind: UnitKind,
    parentId: UnitId.optional(),
    validFrom: PlainDate,
    validTo: PlainDate.optional(),
    formerNames: Unit.shape.formerNames,
    successors: Unit.shape.successors.optional(),
  }),
  mailbox: rowOf('mailbox', DigestChannel, { jurisdiction: z.string() }),
  membership: rowOf('membership', MembershipStatus, {
    jurisdiction: z.string(),
    post: z.string(),
    holder: z.enum(['person', 'machine']),
    roles: z.array(Role),
    units: z.array(z.string()).optional(),
    honours: z.array(HonourCode).optional(),
    scopes: z.array(MachineScope).optional(),
    validUntil: PlainDate,
    /** Last day of the code, of a post that nobody has taken yet. */
    invitedUntil: PlainDate.optional(),
  }),
  submission: rowOf('submission', SubmissionStatus, {
    cycleId: CycleId,
    county: CountyCode,
    city: CityCode,
    returned: z.boolean(),
  }),
  application: rowOf('application', ApplicationStatus, {
    roundId: RoundId,
    roundName: z.string(),
    honour: HonourCode,
    year: z.int(),
    unitId: UnitId,
    unitKind: UnitKind,
    county: CountyCode,
    city: CityCode,
    cityName: z.string(),
    countyName: z.string(),
    returned: z.boolean(),
    /** 会签: of whom an opinion is or was asked; a post that is bound to other honour types sees the case by it. */
    asked: z.array(z.string()).optional(),
    batchId: BatchId.optional(),
    serial: z.string().optional(),
  }),
  appeal: rowOf('appeal', AppealStatus, { cycleId: CycleId, node: z.string(), indicator: z.string() }),
  title: rowOf('title', TitleStatus, {
    honour: Title.shape.honour,
    honourName: z.string(),
    level: Title.shape.level,
    grade: Title.shape.grade,
    levelName: z.string(),
    year: z.int(),
    county: CountyCode,
    city: CityCode,
    cityName: z.string(),
    countyName: z.string(),
    /** 现属: where its unit stands today, since its county went to another code. */
    placeNow: z.string().optional(),
    unitKind: UnitKind,
    source: Title.shape.source.shape.kind,
    townshipName: z.string().optional(),
    unitId: UnitId.optional(),
    serial: z.string().optional(),
    documentNumber: z.string().optional(),
    namedOn: PlainDate.optional(),
    validFrom: PlainDate.optional(),
    validUntil: PlainDate.optional(),
    continuesSince: PlainDate.optional(),
    openRecheck: RecheckId.optional(),
    mendBy: PlainDate.optional(),
    /** 撤销后 the unit may apply for this honour from this day on. */
    reapplyFrom: PlainDate.optional(),
  }),
  recheck: rowOf('recheck', RecheckStatus, {
    titleId: TitleId,
    honour: z.string(),
    honourName: z.string(),
    titleLevel: Title.shape.level,
    county: CountyCode,
    countyName: z.string(),
    unitKind: UnitKind,
    unitId: UnitId.optional(),
    townshipName: z.string().optional(),
    campaignId: CampaignId.optional(),
    campaignName: z.string().optional(),
    cause: z.string(),
    openedOn: PlainDate,
    outcome: RecheckOutcome.optional(),
    closedOn: PlainDate.optional(),
  }),
  measure: rowOf('measure', MeasureStatus, {
    measureKind: MeasureKind,
    matter: z.string(),
    townshipName: z.string().optional(),
    trigger: MeasureTrigger,
    on: PlainDate,
    level: Level,
    issuerName: z.string(),
    documentNumber: z.string().optional(),
    county: CountyCode,
    unitId: UnitId.optional(),
    unitKind: UnitKind,
    problems: count,
    open: count,
    outcome: MeasureOutcome.optional(),
  }),
  rectification: rowOf('rectification', RectificationStatus, {
    measureId: MeasureId,
    measureKind: MeasureKind,
    problem: z.string(),
    townshipName: z.string().optional(),
    repeated: z.boolean(),
    level: Level,
    issuerName: z.string(),
    documentNumber: z.string().optional(),
    county: CountyCode,
    unitId: UnitId.optional(),
    unitKind: UnitKind,
    issuedOn: PlainDate,
    round: count,
    overdueOn: PlainDate.optional(),
    closedOn: PlainDate.optional(),
  }),
  procedure: rowOf('procedure', ProcedureStatus, { cycleId: CycleId }),
  'procedure-paper': rowOf('procedure-paper', PaperStatus, {
    step: PaperStep,
    stepName: z.string(),
    cycleId: CycleId,
    cycleName: z.string(),
    county: CountyCode,
    unitId: UnitId.optional(),
  }),
  'supervision-tally': rowOf('supervision-tally', z.literal('kept'), {
    county: CountyCode,
    year: z.int(),
    levels: z.object({ county: TallyFigures, city: TallyFigures, province: TallyFigures }),
  }),
  /** In the lists of the county and of the unit alone: it names its holder. */
  'duty-post': rowOf('duty-post', DutyPostStatus, {
    postKind: DutyPostKind,
    unitId: UnitId,
    unitName: z.string(),
    townshipId: UnitId,
    townshipName: z.string(),
    from: PlainDate,
    to: PlainDate.optional(),
    cadres: z.int().optional(),
    holder: PostHolding.optional(),
    /** Without names: when the post stood, and when it was held. */
    terms: z.array(z.object({ from: PlainDate, to: PlainDate.optional() })),
    held: z.array(PostHolding.pick({ from: true, to: true, deputy: true })),
    vacantSince: PlainDate.optional(),
  }),
  'duty-coverage': rowOf('duty-coverage', z.literal('kept'), {
    county: CountyCode,
    kinds: DutyCoverage.shape.kinds,
    pilot: DutyCoverage.shape.pilot,
    publishedOn: PlainDate.optional(),
  }),
  'duty-lists': rowOf('duty-lists', DutyListsStatus, {
    postKind: DutyPostKind,
    isExample: z.boolean(),
    level: z.enum(['province', 'county']),
    from: PlainDate.optional(),
    copiedFrom: DutyListsId.optional(),
  }),
  /** In the lists of the county and of the unit alone. */
  'duty-entries': rowOf('duty-entries', z.enum(['waiting', 'decided']), {
    postId: DutyPostId,
    year: z.int(),
    waiting: count,
  }),
  'duty-event': rowOf('duty-event', DutyEventStatus, {
    postId: DutyPostId,
    postKind: DutyPostKind,
    entry: z.string(),
    effect: NegativeEffect,
    on: PlainDate,
    wordBy: PlainDate,
  }),
  /** In the county's list without who attended; in that of each unit whose post attended with that post. */
  'duty-training': rowOf('duty-training', z.literal('held'), {
    trainingKind: TrainingKind,
    postKind: DutyPostKind,
    on: PlainDate,
    hours: count,
    organiser: z.string(),
    attended: count,
    posts: z.array(DutyPostId),
  }),
  campaign: rowOf('campaign', CampaignStatus, {
    honour: HonourCode,
    honourName: z.string(),
    mode: z.enum(['all', 'draw']),
    titles: count,
    selfCheckBy: PlainDate,
  }),
  'move-plan': rowOf('move-plan', MoveStatus, {
    moveKind: MoveKind,
    from: z.string(),
    to: z.string(),
    on: PlainDate,
    units: count,
    gaps: count,
  }),
  /** The newest of a unit's. */
  incidents: rowOf('incidents', z.enum(['waiting', 'opened']), {
    unitId: UnitId,
    unitKind: UnitKind,
    county: CountyCode,
    kind: IncidentKind,
    on: PlainDate,
    source: z.string(),
    cause: z.string(),
    cases: z.array(RecheckId),
    townshipName: z.string().optional(),
  }),
  'catalogue-item': rowOf('catalogue-item', CatalogueStatus, {
    code: CatalogueCode,
    edition: z.int().min(1),
    unit: z.string(),
    definition: z.string(),
    period: DataItem.shape.period,
    filledBy: DataItem.shape.filledBy,
    supplier: z.string().optional(),
    sourceSystem: z.string().optional(),
    rollUp: DataItem.shape.rollUp,
    owner: z.string(),
    /** 并存: it was recorded although others seemed to ask the same. */
    apart: z.boolean(),
  }),
  scheme: rowOf('scheme', SchemeStatus, { code: z.string(), year: z.int(), subjectKind: SubjectKind, groups: count }),
  cycle: rowOf('cycle', CycleStatus, {
    year: z.int(),
    schemeId: SchemeId,
    schemeName: z.string(),
    subjectKind: SubjectKind,
    subjects: count,
    publishedRun: RunId.optional(),
  }),
  run: rowOf('run', RunStatus, { cycleId: CycleId, subjects: count, outstanding: count, resultHash: z.string() }),
  /** Whether its window is open depends on the day: the row is kept as announced, and says which of the others when it is read. */
  round: rowOf('round', z.enum(['announced', 'planned', 'open', 'closed']), {
    honour: HonourCode,
    honourName: z.string(),
    level: Level.optional(),
    grade: Title.shape.grade,
    year: z.int(),
    opensOn: PlainDate,
    closesOn: PlainDate,
    places: count,
  }),
  /** Whether one is in force depends on the day: it is said when the list is read. */
  bars: rowOf('bars', z.enum(['entered', 'barred', 'over']), {
    subject: BarSubject,
    unitKind: UnitKind,
    county: CountyCode,
    kind: BarKind,
    from: PlainDate,
    until: PlainDate,
    liftedOn: PlainDate.optional(),
    decidedBy: z.string(),
    document: z.string(),
    townshipName: z.string().optional(),
  }),
  'honour-type': rowOf('honour-type', z.literal('set'), { honour: HonourCode }),
  'legal-basis': rowOf('legal-basis', z.enum(['standing', 'ended']), {
    honour: HonourCode,
    regime: Regime,
    issuer: z.string(),
    approvalNumber: z.string(),
    endsOn: PlainDate.optional(),
  }),
  'county-honour': rowOf('county-honour', CountyHonourStatus, {
    level: CountyHonour.shape.level,
    year: z.int(),
    issuer: z.string(),
    documentNumber: z.string(),
  }),
  batch: rowOf('batch', BatchStatus, {
    roundId: RoundId,
    roundName: z.string(),
    honour: HonourCode,
    honourName: z.string(),
    year: z.int(),
    units: count,
    startsOn: PlainDate.optional(),
    endsOn: PlainDate.optional(),
    documentNumber: z.string().optional(),
  }),
  register: rowOf('register', RegisterStatus, {
    code: RegisterCode,
    rowsOf: Register.shape.rowsOf,
    unitKinds: Register.shape.unitKinds,
    term: RegisterTerm,
    dueDays: Register.shape.dueDays,
    /** Codes of the columns that every row must have. */
    required: z.array(z.string()),
  }),
  objection: rowOf('objection', ObjectionStatus, {
    number: z.string(),
    batchId: BatchId,
    batchName: z.string(),
    honour: HonourCode,
    county: z.string(),
    channel: ObjectionChannel,
    anonymous: z.boolean(),
    outcome: ObjectionOutcome.optional(),
    receivedAt: Instant,
  }),
  'import-batch': rowOf('import-batch', ImportStatus, {
    list: ImportListCode,
    about: z.string(),
    by: z.string(),
    digest: z.string().optional(),
    /** Rows that change something, rows that stay out, and rows that were carried out. */
    changing: count,
    refused: count,
    applied: count,
    readingSince: Instant.optional(),
  }),
} as const

/** A kind of record that stands in lists. */
export type ListedKind = keyof typeof LIST_ROWS
export type ListRowOf<K extends ListedKind> = { [Kind in K]: z.infer<(typeof LIST_ROWS)[Kind]> }[K]

/** Kinds whose lists grow with the years, and are found page by page. */
export type FoundKind = Extract<
  ListedKind,
  | 'application'
  | 'title'
  | 'unit'
  | 'bars'
  | 'membership'
  | 'submission'
  | 'objection'
  | 'recheck'
  | 'incidents'
  | 'measure'
  | 'rectification'
  | 'supervision-tally'
  | 'duty-post'
  | 'duty-coverage'
  | 'run'
  | 'duty-event'
  | 'duty-training'
  | 'procedure-paper'
  | 'import-batch'
  | 'catalogue-item'
>

/** One line of a list or of a to-do queue: a projection of a record, in each jurisdiction that may see it. */
export const ListRow = z.discriminatedUnion('kind', [
  LIST_ROWS.unit,
  LIST_ROWS.mailbox,
  LIST_ROWS.membership,
  LIST_ROWS.submission,
  LIST_ROWS.application,
  LIST_ROWS.appeal,
  LIST_ROWS.title,
  LIST_ROWS.recheck,
  LIST_ROWS.campaign,
  LIST_ROWS['move-plan'],
  LIST_ROWS.measure,
  LIST_ROWS.rectification,
  LIST_ROWS['supervision-tally'],
  LIST_ROWS['duty-post'],
  LIST_ROWS['duty-coverage'],
  LIST_ROWS['duty-lists'],
  LIST_ROWS['duty-entries'],
  LIST_ROWS['duty-event'],
  LIST_ROWS['duty-training'],
  LIST_ROWS.procedure,
  LIST_ROWS['procedure-paper'],
  LIST_ROWS.incidents,
  LIST_ROWS['catalogue-item'],
  LIST_ROWS.scheme,
  LIST_ROWS.cycle,
  LIST_ROWS.run,
  LIST_ROWS.round,
  LIST_ROWS.bars,
  LIST_ROWS['honour-type'],
  LIST_ROWS['legal-basis'],
  LIST_ROWS['county-honour'],
  LIST_ROWS.batch,
  LIST_ROWS.objection,
  LIST_ROWS.register,
  LIST_ROWS['import-batch'],
])
export type ListRow = z.infer<typeof ListRow>
