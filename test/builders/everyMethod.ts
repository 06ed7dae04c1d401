import type { ScoringMethod, ScoringMethodCode } from '@anjie/contracts/vocabulary/scoring/index'

const BANDS = [
  { from: '90', fromIncluded: true, toIncluded: false, points: '10', name: '优秀' },
  { from: '80', to: '90', fromIncluded: true, toIncluded: false, points: '6', name: '良好' },
  { to: '80', fromIncluded: false, toIncluded: false, points: '0', name: '其他' },
]
const peers = { peers: 'group', whenConstant: 'half' } as const

/** One plausible use of each scoring method over the items `A` and `B`, on an item of 10 points. A new method has to be added here. */
export const everyMethod = {
  all_or_nothing: {
    method: 'all_or_nothing',
    conditions: [
      { item: 'A', is: '>=', value: '98' },
      { item: 'B', is: '<=', value: '5' },
    ],
  },
  banded: { method: 'banded', item: 'A', effect: 'award', bands: BANDS, limit: { kind: 'none' } },
  child_rank_spillover: {
    method: 'child_rank_spillover',
    tiers: [
      { item: 'A', each: 'month', bottom: 2, pointsEach: '0.5' },
      { item: 'B', each: 'year', bottom: 2, pointsEach: '1' },
    ],
    limit: { kind: 'floor' },
  },
  composite: {
    method: 'composite',
    parts: [
      { code: 'a', name: '未开展', scoring: { method: 'fixed_deduct', item: 'A', points: '2' } },
      {
        code: 'b',
        name: '每起',
        scoring: { method: 'per_event_deduct', events: [{ item: 'B', pointsEach: '1' }], limit: { kind: 'none' } },
      },
    ],
    limit: { kind: 'floor' },
  },
  corrected_composite: {
    method: 'corrected_composite',
    item: 'A',
    corrections: [{ item: 'B', minus: { kind: 'peer-mean', peers: 'all' }, factor: '1.5', cap: '5' }],
    coefficient: { kind: 'by-group', values: { G: '1.1' } },
    finally: 'ratio-to-best',
    peers: 'group',
  },
  distance_to_max: { method: 'distance_to_max', item: 'A', better: 'higher', ...peers },
  distance_to_reference: {
    method: 'distance_to_reference',
    item: 'A',
    better: 'higher',
    referenceSubject: '甲县',
    capAtReference: true,
    ...peers,
  },
  distance_to_target: {
    method: 'distance_to_target',
    item: 'A',
    better: 'higher',
    target: '98',
    capAtTarget: true,
    ...peers,
  },
  efficacy: {
    method: 'efficacy',
    item: 'A',
    better: 'higher',
    satisfactory: { kind: 'constant', value: '96', name: '满意值' },
    unacceptable: { kind: 'peer-worst', peers: 'group' },
    base: '60',
    span: '40',
    clamp: true,
  },
  efficacy_grades: {
    method: 'efficacy_grades',
    item: 'A',
    better: 'higher',
    standards: [
      { name: '优秀', value: '98', coefficient: '1' },
      { name: '良好', value: '95', coefficient: '0.8' },
      { name: '平均', value: '90', coefficient: '0.6' },
    ],
  },
  fixed_deduct: { method: 'fixed_deduct', item: 'A', points: '3' },
  formula: { method: 'formula', text: '[化解率] ÷ 10 − [发案数]', missing: 'any-missing', floorZero: true, cap: '10' },
  goalposts: {
    method: 'goalposts',
    item: 'A',
    better: 'higher',
    low: '60',
    high: '100',
    truncate: true,
    logarithmic: false,
  },
  judged: {
    method: 'judged',
    scorers: ['A', 'B'],
    take: 'mean',
    dropHighest: 0,
    dropLowest: 0,
    atLeast: 2,
    fullMark: '100',
  },
  min_max: { method: 'min_max', item: 'A', better: 'higher', ...peers },
  moving_average: {
    method: 'moving_average',
    item: 'B',
    better: 'lower',
    comparators: [
      { kind: 'years-mean', years: 3, weight: '0.5' },
      { kind: 'previous-period', weight: '0.5' },
    ],
    maxIndex: '120',
    bands: [],
    points: 'index-share',
  },
  pass_through: { method: 'pass_through', item: 'B', coefficient: '0.25', limit: { kind: 'cap', points: '5' } },
  per_event_bonus: { method: 'per_event_bonus', events: [{ item: 'B', pointsEach: '1' }], cap: '3' },
  per_event_deduct: { method: 'per_event_deduct', events: [{ item: 'B', pointsEach: '2' }], limit: { kind: 'floor' } },
  per_missing_item: {
    method: 'per_missing_item',
    required: { kind: 'count', item: 'B', expected: '4', pointsEach: '2.5' },
  },
  percentile_rank: { method: 'percentile_rank', item: 'A', better: 'higher', ...peers },
  rank_movement: {
    method: 'rank_movement',
    currentRank: 'B',
    previousRank: 'A',
    steps: [
      { direction: 'drop', atLeast: '5', points: '1' },
      { direction: 'rise', atLeast: '5', points: '0.5' },
    ],
  },
  rank_points: { method: 'rank_points', item: 'A', better: 'higher', peers: 'group', form: 'borda', ties: 'average' },
  rank_step: {
    method: 'rank_step',
    item: 'A',
    better: 'higher',
    peers: 'group',
    given: 'value',
    step: { kind: 'percent', percent: '5' },
    periods: 'cycle',
  },
  ratio_per_population: {
    method: 'ratio_per_population',
    numerator: 'B',
    denominator: 'A',
    per: '10000',
    convert: { kind: 'min-max', better: 'lower', ...peers },
  },
  ratio_to_best: { method: 'ratio_to_best', item: 'A', better: 'higher', peers: 'group' },
  relative_to_average: {
    method: 'relative_to_average',
    item: 'A',
    reference: { kind: 'peer-mean', peers: 'group' },
    difference: 'units',
    effect: 'deduct',
    bands: [
      { to: '0', fromIncluded: false, toIncluded: false, points: '2' },
      { from: '0', fromIncluded: true, toIncluded: false, points: '0' },
    ],
    limit: { kind: 'floor' },
  },
  shortfall_slope: {
    method: 'shortfall_slope',
    item: 'A',
    slopes: [
      { below: '96', perPoint: '0.25' },
      { below: '90', perPoint: '0.5' },
    ],
    reading: 'whole-range',
    wholePointsOnly: true,
    limit: { kind: 'cap', points: '5' },
  },
  shortfall_vs_reference: {
    method: 'shortfall_vs_reference',
    comparisons: [{ item: 'A', better: 'higher', reference: { kind: 'peer-mean-last-year', peers: 'all' } }],
    perPoint: '0.25',
    wholePointsOnly: false,
    limit: { kind: 'floor' },
  },
  survey_convert: {
    method: 'survey_convert',
    sources: [
      { item: 'A', share: '0.6', fullMark: '100' },
      { item: 'B', share: '0.4', fullMark: '10' },
    ],
  },
  weighted_index: {
    method: 'weighted_index',
    parts: [
      { item: 'A', weight: '0.6' },
      { item: 'B', weight: '0.4' },
    ],
    fullMark: '100',
    deductions: [{ item: 'B', pointsEach: '0.1' }],
  },
  z_score: {
    method: 'z_score',
    item: 'A',
    better: 'higher',
    peers: 'group',
    mean: '70',
    deviation: '10',
    whenConstant: 'half',
  },
} satisfies { [C in ScoringMethodCode]: Extract<ScoringMethod, { method: C }> }
