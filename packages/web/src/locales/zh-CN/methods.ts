import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'

type Method = ScoringMethod['method']

interface MethodWords {
  /** What it does, in one line. */
  readonly line: string
  /** One case with figures. */
  readonly example: string
}

/** Every method with one line and one example; a new one does not compile without them. */
export const METHOD_WORDS = {
  fixed_deduct: { line: '事情发生了就扣固定的分，不论次数', example: '发生较大事故的扣5分；发生1起或3起都扣5分' },
  per_event_deduct: { line: '每发生一次扣若干分', example: '每起扣0.5分，最多扣3分；发生4起扣2分' },
  per_event_bonus: { line: '每做成一次加若干分', example: '每获一次表彰加1分，最多加2分；获3次加2分' },
  per_missing_item: { line: '应有的没有，每缺一个扣若干分', example: '应建12个，每缺1个扣0.5分；建成10个扣1分' },
  all_or_nothing: { line: '各项条件都达到得满分，差一项不得分', example: '满分2分，要求安全率不低于90%；89.9%得0分' },
  banded: { line: '数值落在哪一档，就得或扣那一档的分', example: '90%以上得5分，80%至90%得3分，其余不得分；85%得3分' },
  pass_through: { line: '上级扣了多少，按比例计到本项', example: '按上级扣分的50%计扣；上级扣3分，本项扣1.5分' },
  survey_convert: {
    line: '调查或暗访的分数折算成本项的分',
    example: '暗访满分100，本项满分5分；暗访得86分，本项得4.3分',
  },
  shortfall_slope: { line: '低于界线的部分，每低1个点扣若干分', example: '低于95%的，每低1个百分点扣0.5分；93%扣1分' },
  ratio_per_population: {
    line: '先折成每万人（户）的比率，再计分',
    example: '12起、人口30万，每万人0.4起，再按档给分',
  },
  formula: { line: '自己写算式，数据项写在方括号里', example: '[化解数]÷[排查数]×10；化解45、排查50，得9分' },
  shortfall_vs_reference: {
    line: '没有达到参照值的，每差1个点扣若干分',
    example: '低于上年同期的，每差1个百分点扣0.2分；差3个百分点扣0.6分',
  },
  distance_to_target: {
    line: '在最差值和目标值之间，离目标多近得多少分',
    example: '目标95%、最差75%、满分10分；90%得7.5分',
  },
  distance_to_reference: {
    line: '与指定的标杆单位比，越接近得分越高',
    example: '标杆95%、最差75%、满分10分；85%得5分',
  },
  goalposts: { line: '给定零分线和满分线，线内按比例计分', example: '60%为零分线、100%为满分线、满分10分；90%得7.5分' },
  efficacy: {
    line: '按满意值和不允许值算功效系数，基础分加浮动分',
    example: '满意值95、不允许值75，60＋40×（90－75）÷（95－75），得90分',
  },
  efficacy_grades: {
    line: '五档标准值，先定档，再在两档之间按比例加分',
    example: '数值介于良好值和优秀值之间，得良好档基础分，再按比例加到优秀档',
  },
  relative_to_average: {
    line: '与同类平均等参照值的差，落在哪一档得或扣那一档的分',
    example: '低于同类平均5%以上的扣1分；低8%扣1分',
  },
  ratio_to_best: { line: '与同类最优值相比，按比值得分', example: '最高80件、满分10分；60件得7.5分' },
  distance_to_max: { line: '在同类最差和最优之间，离最优多近得多少分', example: '最优90、最差50、满分10分；80得7.5分' },
  min_max: { line: '同类最优得最高分，最差得最低分，其余按比例', example: '最好100、最差60、满分10分；70得2.5分' },
  z_score: { line: '按与同类平均相差几个标准差计分', example: '均值50分、每个标准差10分；比平均高1个标准差得60分' },
  percentile_rank: { line: '按同类中有多少单位不如自己计分', example: '同组11个单位、满分10分；比5个单位好，得5分' },
  rank_points: { line: '末位起，每前进一位多得1分', example: '同组10个单位，末位得1分；第3名得8分' },
  rank_step: { line: '第1名得满分，每降一位少得若干分', example: '满分10分，每降1位少0.5分；第4名得8.5分' },
  moving_average: { line: '与往期相比折成指数，持平为100', example: '比上年同期下降5%（越低越好），指数为105' },
  rank_movement: { line: '名次比上期升降若干位，加分或扣分', example: '后退5位以上的扣1分；由第4名退到第10名，扣1分' },
  composite: { line: '几条规则分别计算，合计为本项得分', example: '（1）每起扣1分；（2）未建机制扣2分；共扣3分' },
  corrected_composite: {
    line: '基本数加各修正数，乘以系数，再计分',
    example: '（发案数＋命案修正）×地区系数，再与同类最优值比较',
  },
  weighted_index: {
    line: '几个数按权重平均成一个指数，再折算',
    example: '权重60%的80分和40%的90分，指数84；满分10分得8.4分',
  },
  judged: {
    line: '评委打分，可去掉最高最低后取平均或中位数',
    example: '5名评委，去掉最高和最低各1个，取其余3个的平均分',
  },
  child_rank_spillover: {
    line: '所属下级排名列末位的，连带扣分',
    example: '每月列末3位的乡镇，每个每次扣0.1分；2次扣0.2分',
  },
} as const satisfies Record<Method, MethodWords>

interface MethodGroup {
  readonly name: string
  readonly methods: readonly Method[]
}

/** The methods by what one begins from. A test finds one that stands nowhere or twice. */
export const METHOD_GROUPS: readonly MethodGroup[] = [
  {
    name: '按事项',
    methods: ['fixed_deduct', 'per_event_deduct', 'per_event_bonus', 'per_missing_item', 'all_or_nothing'],
  },
  {
    name: '按数值',
    methods: ['banded', 'shortfall_slope', 'pass_through', 'survey_convert', 'ratio_per_population', 'formula'],
  },
  {
    name: '对照目标或标杆',
    methods: [
      'distance_to_target',
      'goalposts',
      'efficacy',
      'efficacy_grades',
      'distance_to_reference',
      'shortfall_vs_reference',
    ],
  },
  {
    name: '同类比较',
    methods: [
      'relative_to_average',
      'ratio_to_best',
      'distance_to_max',
      'min_max',
      'z_score',
      'percentile_rank',
      'rank_points',
      'rank_step',
    ],
  },
  { name: '与往期比较', methods: ['moving_average', 'rank_movement'] },
  {
    name: '合成和评判',
    methods: ['composite', 'corrected_composite', 'weighted_index', 'judged', 'child_rank_spillover'],
  },
]

export const methodChoiceWords = {
  compare: '比较各种方法',
  title: '选择计分方法',
  example: (text: string) => `例：${text}`,
  use: (name: string) => `选用${name}`,
  used: '当前方法',
} as const
