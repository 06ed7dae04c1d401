import type { Better, DeductionLimit, Peers, WhenConstant } from '../scoring/ruleParts.ts'
import type {
  Aggregation,
  BranchMissing,
  CapGroup,
  CheckSeverity,
  Counting,
  DataItem,
  EscalationWhen,
  GradeQuota,
  LeafMissing,
  Modifier,
  NotApplicable,
  Ranking,
  RankNumbering,
  Rounding,
  Scheme,
  VetoMissing,
} from './scheme.ts'

/** The codes of a scheme in the words of workbooks and method pages: one word for one code, everywhere. */

export const PERIOD_NAMES = {
  year: '年度',
  'half-year': '半年',
  quarter: '季度',
  month: '月度',
} as const satisfies Record<DataItem['period'], string>

export const FILLED_BY_NAMES = {
  subject: '考评对象',
  commission: '考评方',
} as const satisfies Record<DataItem['filledBy'], string>

export const ROLL_UP_NAMES = {
  sum: '逐级加总',
  latest: '取最近值',
  none: '不汇总',
} as const satisfies Record<DataItem['rollUp'], string>

export const OVER_TIME_NAMES = {
  sum: '各期加总',
  mean: '各期平均',
  latest: '取最近一期',
} as const satisfies Record<DataItem['overTime'], string>

export const ABSENT_NAMES = { missing: '未报', zero: '零' } as const satisfies Record<DataItem['absentMeans'], string>

export const AGGREGATION_NAMES = {
  sum: '相加',
  arithmetic: '算术平均',
  geometric: '几何平均',
  harmonic: '调和平均',
} as const satisfies Record<Aggregation, string>

export const LEAF_MISSING_NAMES = {
  'no-score': '不计分',
  zero: '记0分',
  full: '记满分',
} as const satisfies Record<LeafMissing, string>

export const NOT_APPLICABLE_NAMES = {
  redistribute: '权重分给同级指标',
  'group-mean': '取本组平均',
  full: '记满分',
  'no-score': '不计分',
} as const satisfies Record<NotApplicable, string>

export const BRANCH_MISSING_NAMES = {
  'any-missing': '缺一项即不计分',
  'all-missing': '其余各项按权重折算',
  'as-zero': '缺项记0分',
} as const satisfies Record<BranchMissing['strategy'], string>

export const ROUNDING_NAMES = {
  'half-even': '四舍六入五成双',
  'half-up': '四舍五入',
} as const satisfies Record<Rounding['mode'], string>

export const RANK_BASIS_NAMES = {
  published: '公布得分',
  exact: '未修约得分',
} as const satisfies Record<Ranking['basis'], string>

export const RANK_NUMBERING_NAMES = {
  '1224': '1、2、2、4',
  '1223': '1、2、2、3',
  '1234': '1、2、3、4',
  '1334': '1、3、3、4',
  fractional: '1、2.5、2.5、4',
} as const satisfies Record<RankNumbering, string>

export const RANK_SCOPE_NAMES = {
  group: '各组分别排名',
  all: '统一排名',
} as const satisfies Record<Ranking['scope'], string>

export const VETO_MISSING_NAMES = {
  mark: '注明待核',
  hold: '暂缓排名定等',
} as const satisfies Record<VetoMissing, string>

export const COUNTING_NAMES = { counted: '计入', 'left-out': '不计入' } as const satisfies Record<Counting, string>

export const CAP_ORDER_NAMES = {
  'cap-first': '先限额后分摊',
  'scale-first': '先分摊后限额',
} as const satisfies Record<NonNullable<CapGroup['order']>, string>

export const PART_NAMES = { base: '基本分', bonus: '加分' } as const satisfies Record<'base' | 'bonus', string>

export const BETTER_NAMES = { higher: '越高越好', lower: '越低越好' } as const satisfies Record<Better, string>

export const PEERS_NAMES = { group: '本组', all: '全部考评对象' } as const satisfies Record<Peers, string>

export const WHEN_CONSTANT_NAMES = {
  'no-score': '不计分',
  full: '记满分',
  half: '记一半',
  zero: '记0分',
} as const satisfies Record<WhenConstant, string>

export const CAP_LIMITS_NAMES = {
  deductions: '扣分',
  bonuses: '加分',
} as const satisfies Record<Scheme['capGroups'][number]['limits'], string>

export const VETO_EFFECT_NAMES = {
  eligibility: '取消评优资格',
  'fixed-deduction': '总分扣分',
  disqualify: '不参加排名',
  downgrade: '降低等次',
  process: '启动程序',
} as const satisfies Record<Scheme['vetoes'][number]['effect']['kind'], string>

export const ESCALATION_WHEN_NAMES = {
  bottom: '排名末位',
  grade: '评为某些等次',
} as const satisfies Record<EscalationWhen['kind'], string>

export const QUOTA_LIMIT_NAMES = {
  count: '按个数',
  share: '按比例',
} as const satisfies Record<GradeQuota['limit']['kind'], string>

export const QUOTA_TIE_NAMES = {
  include: '全部计入',
  exclude: '全部不计',
} as const satisfies Record<GradeQuota['tie'], string>

/** 扣分限度. */
export const DEDUCTION_LIMIT_NAMES = {
  floor: '扣完为止',
  cap: '最多扣若干分',
  none: '不设限',
} as const satisfies Record<DeductionLimit['kind'], string>

/** 修正; a workbook says the figure in the place of 若干. */
export const MODIFIER_NAMES = {
  floor: '最低若干分',
  cap: '最高若干分',
  'deduction-cap': '最多扣若干分',
  'repeat-multiplier': '重复加倍',
  difficulty: '难度系数',
  round: '保留若干位小数',
} as const satisfies Record<Modifier['kind'], string>

export const SEVERITY_NAMES = { error: '错误', warning: '提醒', hint: '提示' } as const satisfies Record<
  CheckSeverity,
  string
>

export const PREFILL_NAMES = {
  past: '上年同期',
  form: '另一张表',
  'form-or-past': '另一张表，没有的取上年同期',
} as const satisfies Record<NonNullable<DataItem['prefill']>, string>

export const EVIDENCE_MISSING_NAMES = { warn: '提醒', block: '不能提交' } as const satisfies Record<
  NonNullable<DataItem['evidenceMissing']>,
  string
>

export const COMPARISON_NAMES = { '=': '＝', '<=': '≤', '<': '＜', '>=': '≥', '>': '＞' } as const

export const ITEM_CHECK_NAMES = {
  'parts-sum': '分项合计',
  'at-most': '不大于',
  rate: '比率',
  compare: '两式比较',
  'past-change': '与上年同期相比',
  'past-range': '历年区间',
  'below-sum': '下级合计',
  ledger: '与台账核对',
  'other-form': '与其他表一致',
  'above-survey': '高于民调',
} as const satisfies Record<NonNullable<Scheme['checks']>[number]['kind'], string>
