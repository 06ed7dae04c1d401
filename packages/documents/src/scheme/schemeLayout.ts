import { SCHEME_FIELD_NAMES as NAMES } from '@anjie/contracts/vocabulary/schemes/schemeFieldNames'
import {
  ABSENT_NAMES,
  AGGREGATION_NAMES,
  BETTER_NAMES,
  BRANCH_MISSING_NAMES,
  CAP_LIMITS_NAMES,
  CAP_ORDER_NAMES,
  COMPARISON_NAMES,
  COUNTING_NAMES,
  ESCALATION_WHEN_NAMES,
  EVIDENCE_MISSING_NAMES,
  FILLED_BY_NAMES,
  ITEM_CHECK_NAMES,
  LEAF_MISSING_NAMES,
  NOT_APPLICABLE_NAMES,
  OVER_TIME_NAMES,
  PART_NAMES,
  PEERS_NAMES,
  PERIOD_NAMES,
  PREFILL_NAMES,
  QUOTA_LIMIT_NAMES,
  QUOTA_TIE_NAMES,
  RANK_BASIS_NAMES,
  RANK_NUMBERING_NAMES,
  RANK_SCOPE_NAMES,
  ROLL_UP_NAMES,
  ROUNDING_NAMES,
  SEVERITY_NAMES,
  VETO_EFFECT_NAMES,
  VETO_MISSING_NAMES,
  WHEN_CONSTANT_NAMES,
} from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { MEASURE_KIND_NAMES } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import {
  type Codec,
  choice,
  code,
  codes,
  decimal,
  jsonObject,
  share,
  text,
  textLines,
  wholeNumber,
  yesNo,
} from '../tables/codec.ts'
import type { Column, FieldPath, TableLayout } from '../tables/tableLayout.ts'
import { countedFrom } from './countedFromCodec.ts'
import { METHOD_TITLES } from './methodTitles.ts'
import { parameterColumns } from './parameters.ts'
import { deductionLimit, minNodes, modifiers } from './schemeCodecs.ts'

/** `formerly`: words of workbooks that were exported before. */
const words = (names: Readonly<Record<string, string>>, formerly: Readonly<Record<string, string>> = {}): Codec =>
  choice(new Map<unknown, string>(Object.entries(names)), new Map(Object.entries(formerly)))

const column = (
  header: string,
  at: Column['at'],
  codec: Codec,
  width: number,
  help: string,
  more: Pick<Column, 'repeats' | 'restExcept' | 'formerly' | 'isHiddenWhenEmpty' | 'isOnlyRead'> = {},
): Column => ({ header, at, codec, width, help, ...more })

const only = (...kinds: readonly (readonly [string, FieldPath])[]): ReadonlyMap<string, FieldPath> => new Map(kinds)

const sourceColumns = (at: (field: string) => Column['at']): readonly Column[] => [
  column(NAMES['source.document'], at('document'), text(), 24, '依据的文件名称；没有依据的留空', { repeats: true }),
  column(NAMES['source.clause'], at('clause'), text(), 14, '文件中的条款'),
  column(NAMES['source.url'], at('url'), text(), 20, '文件网址'),
  column(NAMES['source.note'], at('note'), text(), 20, '其他说明'),
]

/** Parameters that have cells of their own kind; those of the other columns follow from the schemas of the methods. */
const OWN_PARAMETERS = ['method', 'item', 'better', 'peers', 'limit', 'whenConstant', 'text'] as const

const scoringColumns = (at: (field: string) => Column['at'], rest: Column['at']): readonly Column[] => [
  column(NAMES['scoring.method'], at('method'), choice(METHOD_TITLES), 14, '计分方法的名称'),
  column(NAMES['scoring.item'], at('item'), code, 14, '计分用的数据项代码，见“数据项”表'),
  column(NAMES['scoring.better'], at('better'), words(BETTER_NAMES), 10, '数值越高越好还是越低越好'),
  column(NAMES['scoring.peers'], at('peers'), words(PEERS_NAMES), 12, '与谁比较'),
  column(NAMES['scoring.limit'], at('limit'), deductionLimit, 12, '扣完为止、最多扣N分（如“最多扣5分”）或不设限'),
  column(
    NAMES['scoring.whenConstant'],
    at('whenConstant'),
    words(WHEN_CONSTANT_NAMES),
    10,
    '全部对象数据相同、无从比较时怎样计分',
  ),
  column(NAMES['scoring.text'], at('text'), text(), 24, '计分方法为“公式”时填，如 [化解成功数]÷[排查纠纷数]×100'),
  ...parameterColumns(OWN_PARAMETERS).map(({ name, header, codec, help }) =>
    column(header, at(name), codec, codec.choices === undefined && codec.asText ? 30 : 12, help, {
      isHiddenWhenEmpty: true,
    }),
  ),
  // Before, all other parameters stood together in one cell.
  column('参数', rest, jsonObject, 36, '', { restExcept: OWN_PARAMETERS, isOnlyRead: true }),
]

/** 方案: fields of the scheme itself, one below the other. */
export const SCHEME_FIELDS: readonly Column[] = [
  column('格式', ['format'], text(), 20, '固定为 anjie-scheme/1，不要修改'),
  column(NAMES['scheme.code'], ['code'], code, 20, '方案代码'),
  column(NAMES['scheme.name'], ['name'], text(), 20, '方案名称'),
  column(NAMES['scheme.year'], ['year'], wholeNumber, 20, '考评年度，如 2026'),
  column(NAMES['scheme.cycle'], ['cycle'], words(PERIOD_NAMES), 20, '多久考评一次'),
  column(NAMES['scheme.subjectKind'], ['subjectKind'], words(SUBJECT_KIND_NAMES), 20, '考评哪一类单位'),
  column(NAMES['scheme.definition'], ['definition'], text(''), 20, '方案的适用范围等'),
  column(NAMES['source.document'], ['source', 'document'], text(), 20, '依据的文件名称，必填'),
  column(NAMES['source.clause'], ['source', 'clause'], text(), 20, '文件中的条款'),
  column(NAMES['source.url'], ['source', 'url'], text(), 20, '文件网址'),
  column(NAMES['source.note'], ['source', 'note'], text(), 20, '其他说明'),
  column(NAMES['totals.start'], ['totals', 'start'], decimal, 20, '每个对象开始时的分数，如 100 或 0'),
  column(NAMES['totals.keepApart'], ['totals', 'keepApart'], yesNo, 20, '是否分别公布基本分和加分', {
    formerly: '基础分与加分分列',
  }),
  column(NAMES['totals.bonusCap'], ['totals', 'bonusCap'], decimal, 20, '加分合计最多多少分；不限的留空'),
  column(NAMES['totals.min'], ['totals', 'min'], decimal, 20, '总分最低多少分；不限的留空'),
  column(NAMES['totals.max'], ['totals', 'max'], decimal, 20, '总分最高多少分；不限的留空'),
  column(NAMES['rounding.mode'], ['rounding', 'mode'], words(ROUNDING_NAMES), 20, '公布得分怎样修约'),
  column(NAMES['rounding.digits'], ['rounding', 'digits'], wholeNumber, 20, '公布得分保留几位小数'),
  column(NAMES['ranking.basis'], ['ranking', 'basis'], words(RANK_BASIS_NAMES), 20, '按公布得分还是未修约得分排名'),
  column(NAMES['ranking.numbering'], ['ranking', 'numbering'], words(RANK_NUMBERING_NAMES), 20, '得分相同时名次怎样编'),
  column(
    NAMES['ranking.scope'],
    ['ranking', 'scope'],
    words(RANK_SCOPE_NAMES, { 分组排名: 'group' }),
    20,
    '各组分别排名还是统一排名',
  ),
  column(
    NAMES['ranking.gradeBasis'],
    ['ranking', 'gradeBasis'],
    words(RANK_BASIS_NAMES),
    20,
    '等次的各项分数线与公布得分还是未修约得分比较；按公布得分的可留空',
  ),
  column(
    NAMES['ranking.unrankedAsPeer'],
    ['ranking', 'unrankedAsPeer'],
    words(COUNTING_NAMES),
    20,
    '取消资格、不考评的单位是否计入最优值、平均值等参照；计入的可留空',
  ),
  column(
    NAMES['ranking.unrankedInMean'],
    ['ranking', 'unrankedInMean'],
    words(COUNTING_NAMES),
    20,
    '不参加排名的单位是否计入各组平均分、最高分等；计入的可留空',
  ),
  column(
    NAMES['ranking.unrankedTakesPlace'],
    ['ranking', 'unrankedTakesPlace'],
    words(COUNTING_NAMES),
    20,
    '不参加排名的单位按得分应占的名次是否空出；不空出（不计入）的可留空',
  ),
  column(
    NAMES['ranking.unrankedInQuota'],
    ['ranking', 'unrankedInQuota'],
    words(COUNTING_NAMES),
    20,
    '按比例定名额时是否计入不参加排名的单位；计入的可留空',
  ),
  column(
    NAMES['ranking.minDataShare'],
    ['ranking', 'minDataShare'],
    share,
    20,
    '有数据的指标低于此比例的不参加排名，如 0.8；不限的留空',
  ),
  column(NAMES['missing.leaf'], ['missing', 'leaf'], words(LEAF_MISSING_NAMES), 20, '未另作规定的指标怎样处理'),
  column(
    NAMES['missing.notApplicable'],
    ['missing', 'notApplicable'],
    words(NOT_APPLICABLE_NAMES),
    20,
    '未另作规定的指标怎样处理',
  ),
  column(
    NAMES['branch.strategy'],
    ['missing', 'branch', 'strategy'],
    words(BRANCH_MISSING_NAMES),
    20,
    '未另作规定的大类怎样处理',
  ),
  column(
    NAMES['branch.minShare'],
    ['missing', 'branch', 'minShare'],
    share,
    20,
    '下级有分的比例低于此数，大类不计分；不限的留空',
  ),
  column(
    NAMES['missing.veto'],
    ['missing', 'veto'],
    words(VETO_MISSING_NAMES),
    20,
    '否决事项没有数据的单位怎样处理；注明待核的可留空',
  ),
]
export const SCHEME_SHEET = '方案'
export const FIELD_HEADERS = { field: '项目', value: '内容', help: '怎样填' } as const

export const ITEMS: TableLayout = {
  sheet: '数据项',
  help: '每个数只定义一次，任何指标都可以用。',
  columns: [
    column(NAMES['items.code'], ['code'], code, 16, '本方案内不重复'),
    column(NAMES['items.name'], ['name'], text(), 22, '公式里可以用名称引用'),
    column(NAMES['items.unit'], ['unit'], text(''), 8, '如 件、%；没有的留空'),
    column(NAMES['items.definition'], ['definition'], text(''), 40, '这个数怎样统计'),
    column(NAMES['items.period'], ['period'], words(PERIOD_NAMES), 8, '多久填一次'),
    column(NAMES['items.filledBy'], ['filledBy'], words(FILLED_BY_NAMES, { 省级: 'commission' }), 10, '由谁填报', {
      repeats: true,
    }),
    column(NAMES['items.supplier'], ['supplier'], text(), 14, '考评方的数据由哪个单位提供', { repeats: true }),
    column(NAMES['items.sourceSystem'], ['sourceSystem'], text(), 14, '取自哪个系统', { repeats: true }),
    column(NAMES['items.rollUp'], ['rollUp'], words(ROLL_UP_NAMES), 10, '下级的数怎样合成上级的数'),
    column(NAMES['items.overTime'], ['overTime'], words(OVER_TIME_NAMES), 10, '各期的数怎样合成全周期的数'),
    column(NAMES['items.absentMeans'], ['absentMeans'], words(ABSENT_NAMES), 12, '事件登记簿填“零”，其余填“未报”'),
    column(NAMES['items.min'], ['min'], decimal, 9, '不限的留空'),
    column(NAMES['items.max'], ['max'], decimal, 9, '不限的留空'),
    column(NAMES['items.digits'], ['digits'], wholeNumber, 9, '最多几位小数；不限的留空'),
    column(
      NAMES['bottomOf.subjectKind'],
      ['bottomOf', 'subjectKind'],
      words(SUBJECT_KIND_NAMES),
      14,
      '统计哪一类下级单位排名末位的次数；由系统统计，不填报；不是的留空',
    ),
    column(NAMES['bottomOf.bottom'], ['bottomOf', 'bottom'], wholeNumber, 10, '排名列末几位算末位，如 3；不统计的留空'),
    column(NAMES['items.fromVetoes'], ['fromVetoes'], yesNo, 12, '由系统统计督导否决次数的填“是”；不是的留空'),
    column(
      NAMES['items.countedFrom'],
      ['countedFrom'],
      countedFrom,
      40,
      '由台账汇总的才填，如 台账 综治中心[centres]；类别[class] = 示范类[demo]；计行数',
      { isHiddenWhenEmpty: true },
    ),
    column(NAMES['items.formula'], ['formula'], text(), 30, '由其他数据项算出的才填，如 [化解成功数]÷[排查纠纷数]×100'),
    column(
      NAMES['items.prefill'],
      ['prefill'],
      words(PREFILL_NAMES),
      16,
      '填报时可先带入、由填报人确认的数；不带入的留空',
    ),
    column(NAMES['items.evidence'], ['evidence'], text(), 24, '这个数须附什么佐证材料；不要求的留空'),
    column(
      NAMES['items.evidenceMissing'],
      ['evidenceMissing'],
      words(EVIDENCE_MISSING_NAMES),
      10,
      '没有附佐证时只提醒还是不能提交；留空为提醒',
    ),
    column(
      NAMES['fromCatalogue.code'],
      ['fromCatalogue', 'code'],
      code,
      14,
      '引用自数据目录的才填；名称、口径等以本行为准，不随目录改变',
    ),
    column(NAMES['fromCatalogue.edition'], ['fromCatalogue', 'edition'], wholeNumber, 10, '引用的是目录的第几版'),
  ],
}

const BRANCH = 'branch'
const LEAF = 'leaf'
const both = (path: FieldPath): ReadonlyMap<string, FieldPath> => only([BRANCH, path], [LEAF, path])

export const NODES: TableLayout = {
  sheet: '指标',
  help: '每行一个指标或大类，上级写在下级之前；第一行是总项。',
  kinds: {
    header: '类型',
    names: new Map([
      [BRANCH, '大类'],
      [LEAF, '指标'],
    ]),
    whenEmpty: (isFilled) => (isFilled('计分方法') ? LEAF : BRANCH),
  },
  columns: [
    column('层级', both(['level']), wholeNumber, 6, '总项为 1，逐级加 1；可以留空', { repeats: true }),
    column('上级代码', both(['parent']), code, 10, '总项留空', { repeats: true }),
    column(NAMES['node.code'], both(['code']), code, 12, '本方案内不重复'),
    column(NAMES['node.name'], both(['name']), text(), 26, '指标名称'),
    column(NAMES['node.definition'], both(['definition']), text(), 30, '指标含义；可以留空'),
    column(NAMES['node.points'], both(['points']), decimal, 8, '满分；只用权重的留空'),
    column(NAMES['node.weight'], both(['weight']), decimal, 8, '上级为平均时与同级相比的权重；可以留空'),
    column(
      NAMES['node.part'],
      both(['part']),
      words(PART_NAMES, { 基础: 'base' }),
      8,
      '第一级指标属于基本分还是加分；可以留空',
    ),
    column(
      NAMES['node.aggregation'],
      only([BRANCH, ['aggregation']]),
      words(AGGREGATION_NAMES),
      10,
      '大类的得分怎样由下级得出',
    ),
    column(
      NAMES['missing.strategy'],
      only([BRANCH, ['missing', 'strategy']]),
      words(BRANCH_MISSING_NAMES),
      14,
      '与方案的统一规定不同才填',
    ),
    column(NAMES['missing.minShare'], only([BRANCH, ['missing', 'minShare']]), share, 10, '与方案的统一规定不同才填'),
    ...scoringColumns((field) => only([LEAF, ['scoring', field]]), only([LEAF, ['scoring']])),
    column(NAMES['node.scoredBy'], only([LEAF, ['scoredBy']]), text(''), 14, '由哪个单位评分', { repeats: true }),
    column(NAMES['node.evidence'], only([LEAF, ['evidence']]), textLines, 24, '一行一种', { repeats: true }),
    column(NAMES['node.missing'], only([LEAF, ['missing']]), words(LEAF_MISSING_NAMES), 10, '与方案的统一规定不同才填'),
    column(
      NAMES['node.notApplicable'],
      only([LEAF, ['notApplicable']]),
      words(NOT_APPLICABLE_NAMES),
      14,
      '与方案的统一规定不同才填',
    ),
    column(NAMES['node.modifiers'], both(['modifiers']), modifiers, 22, '如“最低0分；最高10分；最多扣5分”，依次作用'),
    ...sourceColumns((field) => both(['source', field])),
  ],
  information: { header: '条文', before: '定义', width: 60 },
}

const GROUP = 'group'
const OVERRIDE = 'override'

export const GROUPS: TableLayout = {
  sheet: '分组与调整',
  help: '先写分组，再写该组与统一规定不同的指标。',
  kinds: {
    header: '类别',
    names: new Map([
      [GROUP, '分组'],
      [OVERRIDE, '调整'],
    ]),
    whenEmpty: (isFilled) => (isFilled('指标代码') ? OVERRIDE : GROUP),
  },
  columns: [
    column(NAMES['groups.code'], only([GROUP, ['code']], [OVERRIDE, ['group']]), code, 12, '本方案内不重复', {
      repeats: true,
    }),
    column(NAMES['groups.name'], only([GROUP, ['name']]), text(), 16, '如 一类县'),
    column(NAMES['groups.definition'], only([GROUP, ['definition']]), text(), 30, '哪些单位在这一组；可以留空'),
    column(`${NAMES['overrides.node']}代码`, only([OVERRIDE, ['node']]), code, 12, '在本组有不同规定的指标'),
    column(NAMES['overrides.weight'], only([OVERRIDE, ['weight']]), decimal, 8, '本组的权重；不变的留空'),
    column(NAMES['overrides.points'], only([OVERRIDE, ['points']]), decimal, 8, '本组的分值；不变的留空'),
    column(NAMES['overrides.excluded'], only([OVERRIDE, ['excluded']]), yesNo, 8, '本组不考评此指标的填“是”'),
    ...scoringColumns((field) => only([OVERRIDE, ['scoring', field]]), only([OVERRIDE, ['scoring']])),
  ],
  information: { header: '条文', before: '计分方法', width: 60 },
}

export const CAP_GROUPS: TableLayout = {
  sheet: '限扣组',
  help: '几个指标合起来最多扣（或加）多少分。没有的留空。',
  columns: [
    column(NAMES['capGroups.code'], ['code'], code, 12, '本方案内不重复'),
    column(NAMES['capGroups.name'], ['name'], text(), 24, '如 平安三率'),
    column(NAMES['capGroups.limits'], ['limits'], words(CAP_LIMITS_NAMES), 8, '限扣分还是限加分'),
    column(NAMES['capGroups.points'], ['points'], decimal, 8, '合计最多多少分'),
    column(`${NAMES['capGroups.nodes']}代码`, ['nodes'], codes, 40, '各指标的代码，用顿号隔开'),
    column(
      NAMES['capGroups.order'],
      ['order'],
      words(CAP_ORDER_NAMES),
      14,
      '有指标不适用、分值要分摊时，先限额还是先分摊；先限额的可留空',
    ),
  ],
}

const effects =
  (...kinds: readonly (keyof typeof VETO_EFFECT_NAMES)[]) =>
  (path: FieldPath) =>
    new Map(kinds.map((kind) => [kind as string, path]))
const everyEffect = effects('eligibility', 'fixed-deduction', 'disqualify', 'downgrade', 'process')

export const VETOES: TableLayout = {
  sheet: '一票否决',
  help: '数据项达到触发值即生效。没有的留空。',
  kinds: {
    header: NAMES['vetoes.effect'],
    names: new Map(Object.entries(VETO_EFFECT_NAMES)),
    formerly: new Map([['取消排名', 'disqualify']]),
  },
  columns: [
    column(NAMES['vetoes.code'], everyEffect(['code']), code, 12, '本方案内不重复'),
    column(NAMES['vetoes.name'], everyEffect(['name']), text(), 30, '如 发生重大群体性事件'),
    column(NAMES['vetoes.item'], everyEffect(['item']), code, 14, '数据项代码'),
    column(NAMES['vetoes.atLeast'], everyEffect(['atLeast']), decimal, 8, '达到或超过此数即触发'),
    column(
      NAMES['effect.barredGrades'],
      effects('eligibility')(['effect', 'barredGrades']),
      codes,
      14,
      '等次代码，用顿号隔开',
    ),
    column(NAMES['effect.points'], effects('fixed-deduction')(['effect', 'points']), decimal, 8, '从总分中扣多少分'),
    column(NAMES['effect.grades'], effects('downgrade')(['effect', 'grades']), wholeNumber, 8, '等次降低几档'),
    column(NAMES['effect.procedure'], effects('process')(['effect', 'procedure']), text(), 24, '启动什么程序'),
    ...sourceColumns((field) => everyEffect(['source', field])),
  ],
}

const GRADE = 'grade'
const QUOTA = 'quota'

export const GRADES: TableLayout = {
  sheet: '等次与名额',
  help: '先写等次，由高到低；再写名额。没有的留空。',
  kinds: {
    header: '类别',
    names: new Map([
      [GRADE, '等次'],
      [QUOTA, '名额'],
    ]),
  },
  columns: [
    column(NAMES['grades.code'], only([GRADE, ['code']], [QUOTA, ['grade']]), code, 12, '本方案内不重复'),
    column(NAMES['grades.name'], only([GRADE, ['name']]), text(), 14, '如 优秀'),
    column(NAMES['grades.minScore'], only([GRADE, ['minScore']]), decimal, 10, '没有此条件的留空'),
    column(NAMES['grades.minBase'], only([GRADE, ['minBase']]), decimal, 10, '没有此条件的留空', {
      formerly: '基础分不低于',
    }),
    column(NAMES['grades.minBonus'], only([GRADE, ['minBonus']]), decimal, 10, '没有此条件的留空'),
    column(NAMES['grades.minNodes'], only([GRADE, ['minNodes']]), minNodes, 20, '如 A1≥3、A2≥4.5'),
    column(NAMES['grades.colour'], only([GRADE, ['colour']]), text(), 8, '如 绿；可以留空'),
    column(`${NAMES['quotas.group']}代码`, only([QUOTA, ['group']]), code, 12, '名额属于哪一组；留空表示各组分别适用'),
    column(
      NAMES['quotas.limit'],
      only([QUOTA, ['limit', 'kind']]),
      words(QUOTA_LIMIT_NAMES, { 个数: 'count', 比例: 'share' }),
      10,
      '按个数还是按本组比例',
    ),
    column(NAMES['limit.count'], only([QUOTA, ['limit', 'count']]), wholeNumber, 8, '最多几个'),
    column(NAMES['limit.share'], only([QUOTA, ['limit', 'share']]), share, 8, '最多占本组多少，如 0.3'),
    column(
      NAMES['quotas.tie'],
      only([QUOTA, ['tie']]),
      words(QUOTA_TIE_NAMES),
      12,
      '名额边上位次相同的，全部计入还是全部不计',
    ),
  ],
}

/** Kinds of relations that are more or less grave. */
const WEIGHED = [
  'parts-sum',
  'at-most',
  'compare',
  'past-change',
  'past-range',
  'below-sum',
  'ledger',
  'other-form',
] as const
const weighed = (field: string) => only(...WEIGHED.map((kind): [string, FieldPath] => [kind, [field]]))

/** A list that is there and empty, which is not the same file as one without the list. */
export const NO_ROWS = 'none'

export const CHECKS: TableLayout = {
  sheet: '勾稽关系',
  help: '同一张表上各数之间应有的关系。没有的留空。',
  kinds: { header: '类型', names: new Map([...Object.entries(ITEM_CHECK_NAMES), [NO_ROWS, '无']]) },
  columns: [
    column(
      NAMES['checks.name'],
      only(['rate', ['name']], ['compare', ['name']]),
      text(),
      16,
      '比率的名称，或两式比较说的是什么',
    ),
    column(NAMES['checks.whole'], only(['parts-sum', ['whole']]), code, 14, '合计的数据项代码'),
    column(NAMES['checks.parts'], only(['parts-sum', ['parts']]), codes, 30, '各分项的代码，用顿号隔开'),
    column(
      NAMES['checks.item'],
      only(
        ['at-most', ['item']],
        ['past-change', ['item']],
        ['past-range', ['item']],
        ['below-sum', ['item']],
        ['ledger', ['item']],
        ['other-form', ['item']],
        ['above-survey', ['item']],
      ),
      code,
      14,
      '数据项代码',
    ),
    column(NAMES['checks.limitItem'], only(['at-most', ['limitItem']]), code, 14, '不得超过的数据项代码'),
    column(NAMES['checks.numerator'], only(['rate', ['numerator']]), code, 14, '数据项代码'),
    column(NAMES['checks.denominator'], only(['rate', ['denominator']]), code, 14, '数据项代码'),
    column(NAMES['checks.digits'], only(['rate', ['digits']]), wholeNumber, 9, '比率保留几位小数'),
    column(NAMES['checks.left'], only(['compare', ['left']]), text(), 24, '如 [示范类]+[创建类]+[带动类]'),
    column(
      NAMES['checks.is'],
      only(['compare', ['is']], ['ledger', ['is']]),
      words(COMPARISON_NAMES),
      8,
      '左式与右式应有的关系',
    ),
    column(NAMES['checks.right'], only(['compare', ['right']]), text(), 24, '如 [综治中心总数]'),
    column(
      NAMES['checks.tolerance'],
      only(
        ['compare', ['tolerance']],
        ['below-sum', ['tolerance']],
        ['ledger', ['tolerance']],
        ['other-form', ['tolerance']],
      ),
      decimal,
      9,
      '相差在此以内的不提示；留空为不允许相差',
    ),
    column(NAMES['checks.fallAtMost'], only(['past-change', ['fallAtMost']]), decimal, 10, '如 30；不限的留空'),
    column(NAMES['checks.riseAtMost'], only(['past-change', ['riseAtMost']]), decimal, 10, '如 50；不限的留空'),
    column(NAMES['checks.years'], only(['past-range', ['years']]), wholeNumber, 9, '与前几年的同期比，2至5'),
    column(NAMES['checks.margin'], only(['past-range', ['margin']]), decimal, 10, '在历年最小、最大值外再放宽百分之几'),
    column(
      NAMES['checks.subjectKind'],
      only(['below-sum', ['subjectKind']]),
      words(SUBJECT_KIND_NAMES),
      12,
      '与哪一类下级单位的合计相比',
    ),
    column(NAMES['checks.itemBelow'], only(['below-sum', ['itemBelow']]), code, 14, '下级考评方案中的数据项代码'),
    column(
      NAMES['checks.countedFrom'],
      only(['ledger', ['countedFrom']]),
      countedFrom,
      40,
      '如 台账 综治中心[centres]；计行数',
    ),
    column(NAMES['checks.surveyItem'], only(['above-survey', ['surveyItem']]), code, 14, '考评方录入的民调数据项代码'),
    column(NAMES['checks.by'], only(['above-survey', ['by']]), decimal, 8, '高出多少时请审核人留意'),
    column(
      NAMES['checks.severity'],
      weighed('severity'),
      words(SEVERITY_NAMES),
      10,
      '不符时不能提交（错误）、提醒还是只作提示',
    ),
    column(
      NAMES['checks.mayExplain'],
      weighed('mayExplain'),
      yesNo,
      10,
      '错误一级的，写明说明后可以提交，由上级认可或退回',
    ),
  ],
}

const bottom = (path: FieldPath) => only(['bottom', path])
const grade = (path: FieldPath) => only(['grade', path])
const either = (path: FieldPath) => only(['bottom', path], ['grade', path])

export const ESCALATIONS: TableLayout = {
  sheet: '递进督导',
  help: '排名公布后，连续几期这样的单位由系统拟出督导措施，由负责人签发。没有的留空。',
  kinds: {
    header: NAMES['escalations.when'],
    names: new Map([...Object.entries(ESCALATION_WHEN_NAMES), [NO_ROWS, '无']]),
  },
  columns: [
    column(NAMES['escalations.code'], either(['code']), code, 12, '本方案内不重复'),
    column(NAMES['escalations.name'], either(['name']), text(), 30, '如 连续两期排名末位'),
    column(NAMES['when.places'], bottom(['when', 'places']), wholeNumber, 8, '本组排名列末几位'),
    column(NAMES['when.grades'], grade(['when', 'grades']), codes, 14, '等次代码，用顿号隔开'),
    column(NAMES['escalations.times'], either(['times']), wholeNumber, 9, '连续几期公布的排名都是这样'),
    column(NAMES['escalations.measure'], either(['measure']), words(MEASURE_KIND_NAMES), 12, '拟采取哪一种措施'),
    column(NAMES['escalations.months'], either(['months']), wholeNumber, 9, '黄牌警告、挂牌督办的期限；其他措施留空'),
    column(
      NAMES['escalations.workingDays'],
      either(['workingDays']),
      wholeNumber,
      12,
      '要求整改的写明期限；不要求的留空',
    ),
    column(NAMES['escalations.demands'], either(['demands']), text(), 36, '措施里写明的要求'),
    column(
      NAMES['escalations.barMonths'],
      either(['barMonths']),
      wholeNumber,
      12,
      '规定限制申报荣誉的黄牌警告、约谈写明月数，并写明依据；不限制的留空',
    ),
    ...sourceColumns((field) => either(['source', field])),
  ],
}

export const SCHEME_TABLES = [ITEMS, NODES, GROUPS, CAP_GROUPS, VETOES, GRADES, CHECKS, ESCALATIONS] as const
/** Sheets that workbooks which were exported before do not have. */
export const LATER_SHEETS: ReadonlySet<string> = new Set([ESCALATIONS.sheet])
export const INSTRUCTIONS_SHEET = '填写说明'
