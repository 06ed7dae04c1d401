import { z } from 'zod'
import { CatalogueSource } from '../catalogue/catalogueCode.ts'
import { CountedFrom } from '../counting/countedFrom.ts'
import { DecimalText } from '../decimalText.ts'
import { MAX_BAR_MONTHS } from '../honours/bar.ts'
import { ScoringMethod } from '../scoring/index.ts'
import { Coefficient, PositiveText, SchemeCode } from '../scoring/ruleParts.ts'
import { MAX_DUE_WORKING_DAYS, MEASURE_KINDS } from '../supervision/measure.ts'
import { line, lines } from '../text.ts'

/** What kind of unit a scheme assesses. */
export const SUBJECT_KINDS = [
  'city',
  'county',
  'township',
  'department',
  'village',
  'community',
  'grid',
  'post',
  'justice-office',
  'police-station',
  'governance-center',
  'school',
  'hospital',
  'enterprise',
] as const
export const SubjectKind = z.enum(SUBJECT_KINDS)
export type SubjectKind = z.infer<typeof SubjectKind>

/** Where a rule comes from: the document and the clause in it. */
export const RuleSource = z.object({
  document: line({ min: 1, max: 200 }),
  clause: line({ max: 100 }).optional(),
  url: line({ max: 300 }).optional(),
  note: lines({ max: 400 }).optional(),
})
export type RuleSource = z.infer<typeof RuleSource>

/** 数据项: one figure with one definition, filled once and used by any number of indicators. */
export const DataItem = z.object({
  code: SchemeCode,
  name: line({ min: 1, max: 80 }),
  unit: line({ max: 20 }),
  /** 口径. */
  definition: lines({ max: 500 }),
  period: z.enum(['year', 'half-year', 'quarter', 'month']),
  filledBy: z.enum(['subject', 'commission']),
  /** Which office supplies the figure, when the commission fills it. */
  supplier: line({ max: 60 }).optional(),
  sourceSystem: line({ max: 60 }).optional(),
  /** How figures of lower levels add up to this one. */
  rollUp: z.enum(['sum', 'latest', 'none']),
  /** How shorter periods make the cycle's figure. */
  overTime: z.enum(['sum', 'mean', 'latest']),
  /** For registers of events: no entry means zero. For everything else it means 未报, which is not zero. */
  absentMeans: z.enum(['missing', 'zero']),
  min: DecimalText.optional(),
  max: DecimalText.optional(),
  /** Decimal places that a value may have. */
  digits: z.int().min(0).max(12).optional(),
  /**
   * 下级末位次数 (F20): never filled. Counted from the published tables of the units below in the item's period: how many of them
   * stood among the last `bottom` places.
   */
  bottomOf: z.object({ subjectKind: SubjectKind, bottom: z.int().min(1).max(20) }).optional(),
  /**
   * 督导否决次数: never filled. Counted from the listings of the subject that ended unsatisfied and that a person decided as a veto,
   * by the day of the decision.
   */
  fromVetoes: z.boolean().optional(),
  /** 台账取数: counted from rows that the subject keeps, never typed. */
  countedFrom: CountedFrom.optional(),
  /** A derived item: calculated by the formula language from other items, never filled. */
  formula: lines({ min: 1, max: 1000 }).optional(),
  /**
   * 可带入: where the figure may be taken from before anybody types it: the unit's own of a year before, or the same item in
   * another form of the same time. A person confirms each; without the setting nothing is taken over.
   */
  prefill: z.enum(['past', 'form', 'form-or-past']).optional(),
  /** 须附佐证: what is asked for beside this very figure. */
  evidence: line({ min: 1, max: 200 }).optional(),
  /** Whether a figure without it is only remarked on, or keeps the form from being submitted. Without the setting it warns. */
  evidenceMissing: z.enum(['warn', 'block']).optional(),
  /** 引用目录: the edition of the catalogue that this is a frozen copy of. */
  fromCatalogue: CatalogueSource.optional(),
})
export type DataItem = z.infer<typeof DataItem>

/** Corrections that work on any rule, in the order in which they stand. */
export const Modifier = z.discriminatedUnion('kind', [
  /** Not below so many points. */
  z.object({ kind: z.literal('floor'), points: DecimalText }),
  /** Not above so many points. */
  z.object({ kind: z.literal('cap'), points: DecimalText }),
  /** At most so many points off. */
  z.object({ kind: z.literal('deduction-cap'), points: PositiveText }),
  /** 加倍扣分: the item counts repeats; if there are any, the whole deduction is multiplied. */
  z.object({
    kind: z.literal('repeat-multiplier'),
    item: SchemeCode,
    factor: PositiveText,
    when: line({ min: 1, max: 60 }),
  }),
  /** 难度系数; `cap` because 95 × 1.1 passes the full mark. */
  z.object({ kind: z.literal('difficulty'), coefficient: Coefficient, cap: DecimalText.optional() }),
  /** Rounds in between. Never by default: a scheme that wants it has to say so. */
  z.object({ kind: z.literal('round'), digits: z.int().min(0).max(12), mode: z.enum(['half-even', 'half-up']) }),
])
export type Modifier = z.infer<typeof Modifier>

/** What a leaf without a usable figure gets. */
export const LeafMissing = z.enum(['no-score', 'zero', 'full'])
export type LeafMissing = z.infer<typeof LeafMissing>

/** What a leaf gets that does not apply to a subject: its weight goes to its siblings, the group's mean, full points, or nothing. */
export const NotApplicable = z.enum(['redistribute', 'group-mean', 'full', 'no-score'])
export type NotApplicable = z.infer<typeof NotApplicable>

/**
 * What a branch does about children without a score. `any-missing`: one is enough to leave it without. `all-missing`: only
 * all of them are; the weights of the rest are scaled up. `as-zero`: they count as zero. `minShare`: the least share
 * of children (unweighted, 0 to 1) that must have a score, whatever the strategy.
 */
export const BranchMissing = z.object({
  strategy: z.enum(['any-missing', 'all-missing', 'as-zero']),
  minShare: PositiveText.optional(),
})
export type BranchMissing = z.infer<typeof BranchMissing>

export const AGGREGATIONS = ['sum', 'arithmetic', 'geometric', 'harmonic'] as const
export const Aggregation = z.enum(AGGREGATIONS)
export type Aggregation = z.infer<typeof Aggregation>

/**
 * What becomes of a subject whose figure for a veto was not reported: `mark` (without the setting), ranked and graded, with a remark
 * wherever that is shown; `hold`, neither until it is reported.
 */
export const VetoMissing = z.enum(['mark', 'hold'])
export type VetoMissing = z.infer<typeof VetoMissing>

interface NodeCommon {
  code: string
  name: string
  definition?: string | undefined
  /** 分值. A branch under `sum` states the heading's points; under a mean it converts the mean (on 100) to points. */
  points?: string | undefined
  /** 权重, relative to the siblings under a mean. Without it 1. */
  weight?: string | undefined
  /** First-level nodes only: does it belong to the base or to the bonus total (F22)? Without it base. */
  part?: 'base' | 'bonus' | undefined
  modifiers?: Modifier[] | undefined
  source?: RuleSource | undefined
}

/** 指标大类: its score is made from its children. */
export interface BranchNode extends NodeCommon {
  kind: 'branch'
  aggregation: Aggregation
  missing?: BranchMissing | undefined
  children: SchemeNode[]
}

/** 计分指标: its score comes from figures by one scoring method. */
export interface LeafNode extends NodeCommon {
  kind: 'leaf'
  scoring: ScoringMethod
  /** 评分单位. */
  scoredBy: string
  /** 佐证材料. */
  evidence: string[]
  missing?: LeafMissing | undefined
  notApplicable?: NotApplicable | undefined
}
export type SchemeNode = BranchNode | LeafNode

const nodeCommon = {
  code: SchemeCode,
  name: line({ min: 1, max: 120 }),
  definition: lines({ max: 1000 }).optional(),
  points: PositiveText.optional(),
  weight: PositiveText.optional(),
  part: z.enum(['base', 'bonus']).optional(),
  modifiers: z.array(Modifier).max(8).optional(),
  source: RuleSource.optional(),
}

export const LeafNode = z.object({
  kind: z.literal('leaf'),
  ...nodeCommon,
  scoring: ScoringMethod,
  scoredBy: line({ max: 60 }),
  evidence: z.array(line({ max: 60 })).max(12),
  missing: LeafMissing.optional(),
  notApplicable: NotApplicable.optional(),
})
export const BranchNode = z.object({
  kind: z.literal('branch'),
  ...nodeCommon,
  aggregation: Aggregation,
  missing: BranchMissing.optional(),
  get children(): z.ZodArray<z.ZodType<SchemeNode, SchemeNode>> {
    return z.array(SchemeNode).min(1).max(200)
  },
})
export const SchemeNode: z.ZodType<SchemeNode, SchemeNode> = z
  .lazy(() => z.discriminatedUnion('kind', [BranchNode, LeafNode]))
  .meta({
    id: 'SchemeNode',
  })

/** 限扣组: the deductions (or bonuses) of several nodes together stay within a limit (平安三率本项限扣5分). */
export const CapGroup = z.object({
  code: SchemeCode,
  name: line({ min: 1, max: 60 }),
  limits: z.enum(['deductions', 'bonuses']),
  points: PositiveText,
  nodes: z.array(SchemeCode).min(1).max(50),
  /**
   * Where points of siblings that do not apply are shared out: `cap-first` (without the setting), the limit holds what was
   * deducted, and is scaled with it; `scale-first`, it holds what the scaled deduction takes off the total.
   */
  order: z.enum(['cap-first', 'scale-first']).optional(),
})
export type CapGroup = z.infer<typeof CapGroup>

/** 一票否决 in its four meanings. */
export const VetoEffect = z.discriminatedUnion('kind', [
  /** Cannot get any of these grades (取消评优资格). */
  z.object({ kind: z.literal('eligibility'), barredGrades: z.array(SchemeCode).min(1) }),
  /** So many points off the total. */
  z.object({ kind: z.literal('fixed-deduction'), points: PositiveText }),
  /** Out of the table. */
  z.object({ kind: z.literal('disqualify') }),
  /** So many grades lower. */
  z.object({ kind: z.literal('downgrade'), grades: z.int().min(1).max(5) }),
  /** Only opens a procedure. */
  z.object({ kind: z.literal('process'), procedure: line({ min: 1, max: 200 }) }),
])
export type VetoEffect = z.infer<typeof VetoEffect>

export const Veto = z.object({
  code: SchemeCode,
  name: line({ min: 1, max: 120 }),
  /** Triggered when the item's figure reaches the threshold. */
  item: SchemeCode,
  atLeast: PositiveText,
  effect: VetoEffect,
  source: RuleSource.optional(),
})
export type Veto = z.infer<typeof Veto>

/** 分组 (一类县、二类县): ranked apart, with its own weights, points, rules or exclusions where they differ. */
export const SchemeGroup = z.object({
  code: SchemeCode,
  name: line({ min: 1, max: 60 }),
  definition: lines({ max: 300 }).optional(),
  overrides: z
    .array(
      z.object({
        node: SchemeCode,
        weight: PositiveText.optional(),
        points: PositiveText.optional(),
        scoring: ScoringMethod.optional(),
        /** Not part of this group's tree. */
        excluded: z.boolean().optional(),
      }),
    )
    .max(300),
})
export type SchemeGroup = z.infer<typeof SchemeGroup>

/** 等次, best first. Every condition that is given must hold. */
export const Grade = z.object({
  code: SchemeCode,
  name: line({ min: 1, max: 30 }),
  minScore: DecimalText.optional(),
  minBase: DecimalText.optional(),
  minBonus: DecimalText.optional(),
  /** Least points of single nodes. */
  minNodes: z
    .array(z.object({ node: SchemeCode, points: DecimalText }))
    .max(20)
    .optional(),
  colour: line({ max: 10 }).optional(),
})
export type Grade = z.infer<typeof Grade>

/** How many of a group may have a grade (or better). Those beyond it take the next grade. */
export const GradeQuota = z.object({
  grade: SchemeCode,
  /** Without it, each group by itself. */
  group: SchemeCode.optional(),
  limit: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('count'), count: z.int().min(0) }),
    /** Share of the group's subjects, 0 to 1, rounded down. */
    z.object({ kind: z.literal('share'), share: PositiveText }),
  ]),
  /** Equal ranks at the border: all of them in, or none. */
  tie: z.enum(['include', 'exclude']),
})
export type GradeQuota = z.infer<typeof GradeQuota>

export const Rounding = z.object({ mode: z.enum(['half-even', 'half-up']), digits: z.int().min(0).max(8) })
export type Rounding = z.infer<typeof Rounding>

export const RANK_NUMBERINGS = ['1224', '1223', '1234', '1334', 'fractional'] as const
export const RankNumbering = z.enum(RANK_NUMBERINGS)
export type RankNumbering = z.infer<typeof RankNumbering>

/** Is somebody without a rank counted in, or left out? */
export const Counting = z.enum(['counted', 'left-out'])
export type Counting = z.infer<typeof Counting>

export const Ranking = z.object({
  /** `published`: equal printed scores share a rank. `exact`: the unrounded score decides, and equal prints may differ in rank. */
  basis: z.enum(['published', 'exact']),
  /** `1234` breaks ties by the exact score, then by subject code. */
  numbering: RankNumbering,
  scope: z.enum(['group', 'all']),
  /**
   * What every line of a grade (total, base, bonus, nodes) is compared with: the figure as it is published (without the setting),
   * or before it is rounded. Printed under the table.
   */
  gradeBasis: z.enum(['published', 'exact']).optional(),
  /**
   * Subjects that are disqualified, held, short of data or not assessed: do they count as peers (best, mean, place among them) for
   * the rules that compare; in the mean and the extremes of their group; for a place of the table; in the number that a quota is a
   * share of? Without the settings: counted as peers, in the mean and for the quota, not for a place.
   */
  unrankedAsPeer: Counting.optional(),
  unrankedInMean: Counting.optional(),
  unrankedTakesPlace: Counting.optional(),
  unrankedInQuota: Counting.optional(),
  /** Below this share of leaves with a figure (0 to 1) a subject is not ranked. Counted, so it knows no rounding. */
  minDataShare: PositiveText.optional(),
})
export type Ranking = z.infer<typeof Ranking>

export const Totals = z.object({
  /** Points that everybody starts with: 100 or 0 for a pure deduction list. */
  start: DecimalText,
  /** Base and bonus stay two totals; the score is their sum, the grades may ask each. */
  keepApart: z.boolean(),
  bonusCap: PositiveText.optional(),
  min: DecimalText.optional(),
  max: DecimalText.optional(),
})
export type Totals = z.infer<typeof Totals>

/** How grave a broken relation is: it keeps the form from being submitted, it warns, or it only says so. */
export const CHECK_SEVERITIES = ['error', 'warning', 'hint'] as const
export const CheckSeverity = z.enum(CHECK_SEVERITIES)
export type CheckSeverity = z.infer<typeof CheckSeverity>

const weighed = {
  severity: CheckSeverity,
  /** 说明后可提交: a broken relation that would bar the form lets it pass with an explanation, which those above accept or send back. */
  mayExplain: z.boolean().optional(),
} as const

/** 应有的关系 of the two that are compared. */
export const CheckComparison = z.enum(['=', '<=', '<', '>=', '>'])
export type CheckComparison = z.infer<typeof CheckComparison>

/** One side of a comparison, in the language of formulas. */
const side = lines({ min: 1, max: 500 })

/**
 * 勾稽关系: how figures of one form must agree, with each other, with those of earlier periods, of the level below, of ledgers and of other forms. A
 * broken one is shown beside the form with the numbers; one with an open figure cannot be decided, and says so.
 */
export const ItemCheck = z.discriminatedUnion('kind', [
  /** 分项之和等于合计. */
  z.object({
    kind: z.literal('parts-sum'),
    whole: SchemeCode,
    parts: z.array(SchemeCode).min(2).max(20),
    ...weighed,
  }),
  /** 甲不大于乙: a numerator cannot pass its denominator. */
  z.object({ kind: z.literal('at-most'), item: SchemeCode, limitItem: SchemeCode, ...weighed }),
  /** A percentage that is worked out (half-up) and shown, never typed. */
  z.object({
    kind: z.literal('rate'),
    name: line({ min: 1, max: 60 }),
    numerator: SchemeCode,
    denominator: SchemeCode,
    digits: z.int().min(0).max(6),
  }),
  /** 两式比较: any two sums of the form's figures, `[甲]+[乙]` against `[丙]`, exact, within what may lie between them. */
  z.object({
    kind: z.literal('compare'),
    name: line({ min: 1, max: 60 }),
    left: side,
    is: CheckComparison,
    right: side,
    tolerance: PositiveText.optional(),
    ...weighed,
  }),
  /** 与上年同期相比: by how many per cent the same item may have fallen or risen. */
  z.object({
    kind: z.literal('past-change'),
    item: SchemeCode,
    fallAtMost: PositiveText.optional(),
    riseAtMost: PositiveText.optional(),
    ...weighed,
  }),
  /** 历年区间: between the least and the most of the same item in so many years before, each moved out by some per cent. */
  z.object({
    kind: z.literal('past-range'),
    item: SchemeCode,
    years: z.int().min(2).max(5),
    margin: PositiveText,
    ...weighed,
  }),
  /** 下级合计: the figures of the county's units of a kind, from their forms of the same stretch of time, add up to this one. */
  z.object({
    kind: z.literal('below-sum'),
    item: SchemeCode,
    subjectKind: SubjectKind,
    /** Code of the item in the scheme of the level below. */
    itemBelow: SchemeCode,
    tolerance: PositiveText.optional(),
    ...weighed,
  }),
  /** 与台账核对: the figure against what is counted from the unit's own rows; a county's against those of all its units. */
  z.object({
    kind: z.literal('ledger'),
    item: SchemeCode,
    is: CheckComparison,
    countedFrom: CountedFrom,
    tolerance: PositiveText.optional(),
    ...weighed,
  }),
  /** 与其他表一致: the same item (code, name and unit of measure) in another form of the same unit over the same stretch of time. */
  z.object({ kind: z.literal('other-form'), item: SchemeCode, tolerance: PositiveText.optional(), ...weighed }),
  /** 高于民调: the figure that is reported lies by so much above the survey's, which the commission enters. A question to reviewers. */
  z.object({ kind: z.literal('above-survey'), item: SchemeCode, surveyItem: SchemeCode, by: PositiveText }),
])
export type ItemCheck = z.infer<typeof ItemCheck>

/** 什么样的排名: among the last places of one's group, or in one of these grades. */
export const EscalationWhen = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bottom'), places: z.int().min(1).max(20) }),
  z.object({ kind: z.literal('grade'), grades: z.array(SchemeCode).min(1).max(12) }),
])
export type EscalationWhen = z.infer<typeof EscalationWhen>

/** So many tables are looked at, at most, when one is published. */
export const MAX_RUNNING = 6

/**
 * 递进督导: what follows for whoever stood so in so many published tables running. It drafts a measure, which a person signs or not; of
 * several that ask for the same, the one for most tables running is drafted alone.
 */
export const Escalation = z.object({
  code: SchemeCode,
  /** 事由 of the measure. */
  name: line({ min: 1, max: 80 }),
  when: EscalationWhen,
  /** 连续几期 */
  times: z.int().min(1).max(MAX_RUNNING),
  measure: z.enum(MEASURE_KINDS),
  /** 期限 in months, of a yellow card or a listing. */
  months: z.int().min(1).max(12).optional(),
  /** 整改期限: with it the place itself is a problem to be mended. */
  workingDays: z.int().min(1).max(MAX_DUE_WORKING_DAYS).optional(),
  demands: lines({ min: 1, max: 600 }),
  /** 限制申报月数, where the rule says that the measure bars from honours. */
  barMonths: z.int().min(1).max(MAX_BAR_MONTHS).optional(),
  source: RuleSource.optional(),
})
export type Escalation = z.infer<typeof Escalation>

/** 考评方案: the whole rule book of one kind of subject for one year. Pure data: next year's scheme needs no code. */
export const Scheme = z.object({
  format: z.literal('anjie-scheme/1'),
  code: SchemeCode,
  name: line({ min: 1, max: 120 }),
  year: z.int().min(2000).max(2100),
  cycle: z.enum(['year', 'half-year', 'quarter', 'month']),
  subjectKind: SubjectKind,
  definition: lines({ max: 2000 }),
  source: RuleSource,
  items: z.array(DataItem).min(1).max(1000),
  /** 勾稽关系 between items. */
  checks: z.array(ItemCheck).max(200).optional(),
  root: SchemeNode,
  capGroups: z.array(CapGroup).max(50),
  vetoes: z.array(Veto).max(50),
  /** 递进督导 after the publication of a table. */
  escalations: z.array(Escalation).max(20).optional(),
  groups: z.array(SchemeGroup).min(1).max(20),
  grades: z.array(Grade).max(12),
  quotas: z.array(GradeQuota).max(60),
  rounding: Rounding,
  ranking: Ranking,
  totals: Totals,
  missing: z.object({
    leaf: LeafMissing,
    notApplicable: NotApplicable,
    branch: BranchMissing,
    veto: VetoMissing.optional(),
  }),
})
export type Scheme = z.infer<typeof Scheme>

/** One observation of an integrity check. An `error` keeps the scheme from being published. */
export const Finding = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  /** Which check spoke. */
  check: z.string(),
  /** Node, item, group or veto code; empty for the scheme as a whole. */
  node: z.string(),
  message: z.string(),
})
export type Finding = z.infer<typeof Finding>
