import type { Aggregation, BranchMissing } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Better, PreviousTable, ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { effectiveWeights, openWhatIf } from '@anjie/domain/league-tables/index'
import { numberRanks } from '@anjie/domain/ranking/numberRanks'
import { previousRanks } from '@anjie/domain/ranking/previousRanks'
import { quantile } from '@anjie/domain/ranking/quantile'
import { aggregate, scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal, plainText } from '@anjie/kernel'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dataItem, type Entry, scoreOneRule } from '../scoring/oneRule.ts'
import { leftOutWithoutReference, sharedIsThere, sharedJson } from '../shared.ts'
import {
  aggregates,
  agrees,
  asemScheme,
  asItIs,
  betterOf,
  cellOf,
  flatScheme,
  indicators,
  inputOf,
  plain,
  type Row,
  table,
  valuesOf,
} from './asem.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const HERE = sharedIsThere('oracles/coinr/README.md')
if (!HERE) leftOutWithoutReference('the COINr tables')

const cases: OracleCase[] = []
afterAll(() => {
  if (HERE) printOracle('coinr', cases)
})

/** Keeps the cases for the oracle line and fails with the first that differ. */
function settle(own: readonly OracleCase[]): void {
  for (const one of own) cases.push(one)
  expect(own.filter((one) => one.differs !== undefined).slice(0, 5)).toEqual([])
  expect(own.length).toBeGreaterThan(0)
}

const oracle = (id: string, differs: string | undefined): OracleCase =>
  differs === undefined ? { id } : { id, differs }
const leftOut = (ids: readonly string[], reason: string): void => {
  for (const id of ids) cases.push({ id, leftOut: reason })
}

const peers = { peers: 'group', whenConstant: 'no-score' } as const
const onScale = (from: string, to: string) => ({ scale: { from, to } })

type Rule = (indicator: string, better: Better) => ScoringMethod

/** The files of normalised columns, and the rule of ours that must give the same. */
function normalisations(): readonly (readonly [file: string, stage: string, rule: Rule])[] {
  const targets = new Map(table('asem_iMeta').map((row) => [cellOf(row, 'iCode'), cellOf(row, 'Target')]))
  const posts = new Map(table('goalposts_5pct_params').map((row) => [cellOf(row, 'iCode'), row]))
  const post = (item: string, name: string) => plain(cellOf(posts.get(item) ?? {}, name))
  const target = (item: string) => plain(targets.get(item) ?? '0')
  const minMax =
    (from: string, to: string): Rule =>
    (item, better) => ({ method: 'min_max', item, better, ...peers, ...onScale(from, to) })
  const z =
    (mean: string, deviation: string): Rule =>
    (item, better) => ({ method: 'z_score', item, better, mean, deviation, ...peers })
  const rank =
    (form: 'rank' | 'borda', ties: 'min' | 'max' | 'average' | 'first'): Rule =>
    (item, better) => ({
      method: 'rank_points',
      item,
      better,
      peers: 'group',
      form,
      ties,
    })
  const percentile: Rule = (item, better) => ({
    method: 'percentile_rank',
    item,
    better,
    ...peers,
    ...onScale('0', '1'),
  })
  const reference =
    (capAtReference: boolean): Rule =>
    (item, better) => ({
      method: 'distance_to_reference',
      item,
      better,
      referenceSubject: 'AUS',
      capAtReference,
      ...peers,
      ...onScale('0', '1'),
    })
  const toTarget =
    (capAtTarget: boolean): Rule =>
    (item, better) => ({
      method: 'distance_to_target',
      item,
      better,
      target: target(item),
      capAtTarget,
      ...peers,
      ...onScale('0', '1'),
    })
  const goal =
    (truncate: boolean, to: string): Rule =>
    (item, better) => ({
      method: 'goalposts',
      item,
      better,
      low: post(item, 'goalpost_lower'),
      high: post(item, 'goalpost_upper'),
      truncate,
      logarithmic: false,
      ...onScale('0', to),
    })
  return [
    ['norm_raw_minmax_0_100', 'stage_raw', minMax('0', '100')],
    ['norm_raw_minmax_1_100', 'stage_raw', minMax('1', '100')],
    ['norm_raw_zscore_0_1', 'stage_raw', z('0', '1')],
    ['norm_raw_zscore_10_2', 'stage_raw', z('10', '2')],
    ['norm_raw_rank_min', 'stage_raw', rank('rank', 'min')],
    ['norm_raw_rank_max', 'stage_raw', rank('rank', 'max')],
    ['norm_raw_rank_average', 'stage_raw', rank('rank', 'average')],
    ['norm_raw_rank_first', 'stage_raw', rank('rank', 'first')],
    ['norm_raw_borda', 'stage_raw', rank('borda', 'min')],
    ['norm_raw_prank', 'stage_raw', percentile],
    [
      'norm_raw_dist2max',
      'stage_raw',
      (item, better) => ({ method: 'distance_to_max', item, better, ...peers, ...onScale('0', '1') }),
    ],
    ['norm_raw_dist2ref_row1', 'stage_raw', reference(false)],
    ['norm_raw_dist2ref_row1_cap', 'stage_raw', reference(true)],
    ['norm_raw_dist2targ_nocap', 'stage_raw', toTarget(false)],
    ['norm_raw_dist2targ_cap', 'stage_raw', toTarget(true)],
    ['norm_raw_goalposts_5pct', 'stage_raw', goal(true, '1')],
    ['norm_raw_goalposts_5pct_notrunc_x100', 'stage_raw', goal(false, '100')],
    [
      'norm_raw_scaled_0_1000',
      'stage_raw',
      (item, better) => ({
        method: 'goalposts',
        item,
        better: 'higher',
        low: '0',
        high: '1000',
        truncate: false,
        logarithmic: false,
        ...onScale('0', better === 'higher' ? '100' : '-100'),
      }),
    ],
    ['norm_treated_minmax_1_100', 'stage_treated', minMax('1', '100')],
    ['norm_treated_prank', 'stage_treated', percentile],
    ['norm_treated_rank_min', 'stage_treated', rank('rank', 'min')],
    ['norm_treated_zscore_0_1', 'stage_treated', z('0', '1')],
    ['stage_normalised', 'stage_treated', minMax('0', '100')],
  ]
}

const columnsOf = (rows: readonly Row[]): readonly string[] =>
  Object.keys(rows[0] ?? {}).filter((column) => column !== 'uCode')

if (HERE) {
  for (const [file, stage, rule] of normalisations())
    test(`${file}: every cell of the column agrees to 1e-9`, () => {
      const expected = table(file)
      const columns = columnsOf(expected).filter((column) => indicators().includes(column))
      const run = scoreCycle(inputOf(flatScheme(columns, rule), table(stage)))
      const points = new Map(
        run.subjects.map((row) => [row.subject, new Map(row.nodes.map((node) => [node.node, node.points]))]),
      )
      settle(
        expected.flatMap((row) =>
          columns.map((column) =>
            oracle(
              `${file}:${cellOf(row, 'uCode')}:${column}`,
              agrees(points.get(cellOf(row, 'uCode'))?.get(column), cellOf(row, column)),
            ),
          ),
        ),
      )
    })

  test('norm_raw_fracmax_dir1: the share of the best agrees wherever all figures are non-negative', () => {
    const expected = table('norm_raw_fracmax_dir1')
    const stage = table('stage_raw')
    const columns = columnsOf(expected)
    const negative = columns.filter((column) => stage.some((row) => cellOf(row, column).startsWith('-')))
    leftOut(
      negative.map((column) => `norm_raw_fracmax_dir1:${column}`),
      'a share of the best is refused where figures are negative',
    )
    const used = columns.filter((column) => !negative.includes(column))
    const run = scoreCycle(
      inputOf(
        flatScheme(used, (item) => ({ method: 'ratio_to_best', item, better: 'higher', peers: 'group' })),
        stage,
      ),
    )
    const points = new Map(
      run.subjects.map((row) => [row.subject, new Map(row.nodes.map((node) => [node.node, node.points]))]),
    )
    settle(
      expected.flatMap((row) =>
        used.map((column) => {
          const ours = points.get(cellOf(row, 'uCode'))?.get(column)
          const share = ours === null || ours === undefined ? null : plainText(new Decimal(ours).div(100))
          return oracle(`norm_raw_fracmax_dir1:${cellOf(row, 'uCode')}:${column}`, agrees(share, cellOf(row, column)))
        }),
      ),
    )
  })

  const KEEP: BranchMissing = { strategy: 'all-missing' }
  const all = (kind: Aggregation): readonly [Aggregation, Aggregation, Aggregation] => [kind, kind, kind]
  const trees: readonly (readonly [
    name: string,
    stage: string,
    kinds: readonly [Aggregation, Aggregation, Aggregation],
    uneven: boolean,
    thresholds?: boolean,
  ])[] = [
    ['minmax0100_amean', 'stage_normalised', all('arithmetic'), false],
    ['minmax0100_amean_uneven', 'stage_normalised', all('arithmetic'), true],
    ['minmax1100_amean', 'norm_treated_minmax_1_100', all('arithmetic'), false],
    ['minmax1100_gmean', 'norm_treated_minmax_1_100', all('geometric'), false],
    ['minmax1100_gmean_uneven', 'norm_treated_minmax_1_100', all('geometric'), true],
    ['minmax1100_hmean', 'norm_treated_minmax_1_100', all('harmonic'), false],
    ['minmax1100_mixed_a_g_a', 'norm_treated_minmax_1_100', ['arithmetic', 'geometric', 'arithmetic'], false],
    ['rawNA_minmax0100_amean', 'norm_raw_minmax_0_100', all('arithmetic'), false],
    ['rawNA_minmax0100_amean_uneven', 'norm_raw_minmax_0_100', all('arithmetic'), true],
    ['rawNA_minmax0100_amean_thresh09', 'norm_raw_minmax_0_100', all('arithmetic'), false, true],
  ]
  const uneven = () =>
    new Map(table('weights_uneven').map((row) => [cellOf(row, 'iCode'), plain(cellOf(row, 'Weight'))]))

  for (const [name, stage, aggregations, isUneven, thresholds] of trees)
    test(`agg_${name}: scores at every level to 1e-9, ranks exact`, () => {
      const share = (minShare: string): BranchMissing => ({ ...KEEP, minShare })
      const scheme = asemScheme({
        aggregations,
        scoring: asItIs,
        ...(isUneven ? { weights: uneven() } : {}),
        ...(thresholds === true ? { missing: [share('0.9'), share('0.5'), share('0.5')] as const } : {}),
      })
      const run = scoreCycle(inputOf(scheme, table(stage)))
      const points = new Map(
        run.subjects.map((row) => [row.subject, new Map(row.nodes.map((node) => [node.node, node.points]))]),
      )
      const rows = table(`agg_${name}`)
      settle(
        rows.flatMap((row) =>
          aggregates().map((column) =>
            oracle(
              `agg_${name}:${cellOf(row, 'uCode')}:${column}`,
              agrees(points.get(cellOf(row, 'uCode'))?.get(column), cellOf(row, column)),
            ),
          ),
        ),
      )
      const expected = table(`rank_${name}`)
      settle(
        aggregates().flatMap((column) => {
          const ranks = numberRanks(
            run.subjects.map((row) => {
              const own = points.get(row.subject)?.get(column) ?? null
              return { code: row.subject, score: own === null ? null : new Decimal(own) }
            }),
            '1224',
          )
          return expected.map((row) =>
            oracle(
              `rank_${name}:${cellOf(row, 'uCode')}:${column}`,
              agrees(ranks.get(cellOf(row, 'uCode')), cellOf(row, column), 0),
            ),
          )
        }),
      )
    })

  test('the whole example coin: from treated figures to ranks in one run', () => {
    const scheme = asemScheme({ scoring: (item, better) => ({ method: 'min_max', item, better, ...peers }) })
    const run = scoreCycle(inputOf(scheme, table('stage_treated')))
    const expected = new Map(table('rank_minmax0100_amean').map((row) => [cellOf(row, 'uCode'), cellOf(row, 'Index')]))
    const scores = new Map(table('agg_minmax0100_amean').map((row) => [cellOf(row, 'uCode'), cellOf(row, 'Index')]))
    settle(
      run.subjects.flatMap((row) => [
        oracle(`example:${row.subject}:rank`, agrees(row.rank, expected.get(row.subject) ?? '', 0)),
        oracle(`example:${row.subject}:score`, agrees(row.exact, scores.get(row.subject) ?? '')),
      ]),
    )
  })

  test('group ranks agree', () => {
    const groups = new Map(table('asem_iData').map((row) => [cellOf(row, 'uCode'), cellOf(row, 'EurAsia_group')]))
    const scheme = {
      ...asemScheme({ scoring: asItIs }),
      groups: ['Asia', 'Europe'].map((code) => ({ code, name: code, overrides: [] })),
    }
    const input = inputOf(scheme, table('stage_normalised'))
    const run = scoreCycle({
      ...input,
      subjects: input.subjects.map((subject) => ({ ...subject, group: groups.get(subject.code) ?? '' })),
    })
    const ranks = new Map(run.subjects.map((row) => [row.subject, row.rank]))
    settle(
      table('results_groupranks_EurAsia').map((row) =>
        oracle(`groupranks:${cellOf(row, 'uCode')}`, agrees(ranks.get(cellOf(row, 'uCode')), cellOf(row, 'Index'), 0)),
      ),
    )
  })

  test('effective weights agree', () => {
    for (const [file, weights] of [
      ['eff_weights', new Map<string, string>()],
      ['eff_weights_uneven', uneven()],
    ] as const) {
      const own = effectiveWeights(asemScheme({ scoring: asItIs, weights }).root)
      settle(
        table(file).map((row) => {
          const weight = own.get(cellOf(row, 'iCode'))
          return oracle(
            `${file}:${cellOf(row, 'iCode')}`,
            agrees(weight === undefined ? null : plainText(weight), cellOf(row, 'EffWeight')),
          )
        }),
      )
    }
  })

  test('weight noise: scores, ranks and rank statistics of the 50 stored draws agree', () => {
    const whatIf = openWhatIf(inputOf(asemScheme({ scoring: asItIs }), table('stage_normalised')))
    const [group] = whatIf.tables
    if (group === undefined) throw new Error('no table')
    const draws = table('sens_weights_50reps')
    const expectedScores = new Map(table('sens_weights_50reps_index_scores').map((row) => [cellOf(row, 'uCode'), row]))
    const expectedRanks = new Map(table('sens_weights_50reps_index_ranks').map((row) => [cellOf(row, 'uCode'), row]))
    const columns = ['Nominal', ...Array.from({ length: 50 }, (_, index) => `r_${index + 1}`)]
    const ranks = new Map<string, number[]>()
    const own: OracleCase[] = []
    for (const column of columns) {
      const factors = new Map(draws.map((row) => [cellOf(row, 'iCode'), Number(cellOf(row, column))]))
      const { exact } = group.scores(factors)
      for (const [index, row] of group.subjects.entries())
        own.push(
          oracle(
            `noise-score:${row.subject}:${column}`,
            agrees(plainText(exact(index) ?? new Decimal(0)), cellOf(expectedScores.get(row.subject) ?? {}, column)),
          ),
        )
      for (const row of whatIf.redraw(factors)) {
        own.push(
          oracle(
            `noise-rank:${row.subject}:${column}`,
            agrees(row.rank, cellOf(expectedRanks.get(row.subject) ?? {}, column), 0),
          ),
        )
        if (column !== 'Nominal') ranks.set(row.subject, [...(ranks.get(row.subject) ?? []), Number(row.rank)])
      }
    }
    for (const row of table('sens_weights_50reps_rankstats')) {
      const subject = cellOf(row, 'uCode')
      const sorted = (ranks.get(subject) ?? []).toSorted((a, b) => a - b)
      const statistics = {
        Mean: sorted.reduce((sum, rank) => sum + rank, 0) / sorted.length,
        Median: quantile(sorted, 0.5),
        Q5: quantile(sorted, 0.05),
        Q95: quantile(sorted, 0.95),
        Min: sorted[0] ?? Number.NaN,
        Max: sorted.at(-1) ?? Number.NaN,
      }
      for (const [name, value] of Object.entries(statistics))
        own.push(oracle(`noise-${name}:${subject}`, agrees(String(value), cellOf(row, name))))
    }
    const nominal = new Map([...expectedRanks].map(([subject, row]) => [subject, Number(cellOf(row, 'Nominal'))]))
    for (const [index, row] of table('sens_weights_50reps_meanabs').entries()) {
      const moved = [...ranks].reduce(
        (sum, [subject, list]) => sum + Math.abs((list[index] ?? 0) - (nominal.get(subject) ?? 0)),
        0,
      )
      own.push(
        oracle(
          `noise-meanabs:${cellOf(row, 'rep')}`,
          agrees(String(moved / ranks.size), cellOf(row, 'MeanAbsRankChange')),
        ),
      )
    }
    settle(own)
  })

  test('leave one out: an element with factor 0 is as good as removed', () => {
    const whatIf = openWhatIf(inputOf(asemScheme({ scoring: asItIs }), table('stage_normalised')))
    const nominal = new Map(whatIf.redraw(new Map()).map((row) => [row.subject, Number(row.rank)]))
    for (const level of ['level1', 'level2']) {
      const expected = table(`remove_${level}_ranks`)
      const byCode = new Map(expected.map((row) => [cellOf(row, 'uCode'), row]))
      const differences = new Map(
        table(`remove_${level}_meanabsdiff`).map((row) => [cellOf(row, 'iCode'), cellOf(row, 'MeanAbsDiff')]),
      )
      settle(
        columnsOf(expected).flatMap((column) => {
          const rows = whatIf.redraw(new Map([[column, 0]]))
          const moved = rows.reduce((sum, row) => sum + Math.abs(Number(row.rank) - (nominal.get(row.subject) ?? 0)), 0)
          return [
            ...rows.map((row) =>
              oracle(
                `remove:${column}:${row.subject}`,
                agrees(row.rank, cellOf(byCode.get(row.subject) ?? {}, column), 0),
              ),
            ),
            oracle(`remove-meanabs:${column}`, agrees(String(moved / rows.length), differences.get(column) ?? '')),
          ]
        }),
      )
    }
  })

  test('two indicators dropped: the rest keeps its place in the tree', () => {
    const scheme = asemScheme({ scoring: asItIs, without: ['LPI', 'Forest'] })
    const run = scoreCycle(inputOf(scheme, table('stage_normalised')))
    const points = new Map(
      run.subjects.map((row) => [row.subject, new Map(row.nodes.map((node) => [node.node, node.points]))]),
    )
    settle(
      table('agg_drop_LPI_Forest').flatMap((row) =>
        aggregates().map((column) =>
          oracle(
            `drop:${cellOf(row, 'uCode')}:${column}`,
            agrees(points.get(cellOf(row, 'uCode'))?.get(column), cellOf(row, column)),
          ),
        ),
      ),
    )
  })

  test('rank comparison of two methods: the difference is old rank − new rank', () => {
    const stage = table('stage_treated')
    const minMax = scoreCycle(
      inputOf(asemScheme({ scoring: (item, better) => ({ method: 'min_max', item, better, ...peers }) }), stage),
    )
    const percentile = asemScheme({
      scoring: (item, better) => ({ method: 'percentile_rank', item, better, ...peers }),
    })
    const previous: PreviousTable = {
      period: '2025',
      rows: minMax.subjects.map((row) => ({ subject: row.subject, rank: row.rank, score: row.published })),
      successors: [],
    }
    const run = scoreCycle({ ...inputOf(percentile, stage), previous })
    const changes = new Map(run.subjects.map((row) => [row.subject, row.rankChange]))
    settle(
      table('compare_minmax_vs_prank_ranks').map((row) =>
        oracle(`compare:${cellOf(row, 'uCode')}`, agrees(changes.get(cellOf(row, 'uCode')), cellOf(row, 'Diff'), 0)),
      ),
    )
  })

  for (const [name, scope] of [
    ['global', 'all'],
    ['peryear', 'group'],
  ] as const)
    test(`five-year panel, normalised ${scope === 'all' ? 'over all years' : 'year by year'}: scores, ranks and rank changes agree`, () => {
      const panel = table('panel_iData_2018_2022')
      const years = [...new Set(panel.map((row) => cellOf(row, 'Time')))].toSorted()
      const scheme = {
        ...asemScheme({
          scoring: (item, better) => ({ method: 'min_max', item, better, peers: scope, whenConstant: 'no-score' }),
        }),
        groups: years.map((code) => ({ code, name: code, overrides: [] })),
      }
      const key = (row: Row) => `${cellOf(row, 'uCode')}@${cellOf(row, 'Time')}`
      const run = scoreCycle({
        scheme,
        subjects: panel.map((row) => ({ code: key(row), name: key(row), group: cellOf(row, 'Time') })),
        values: valuesOf(panel, indicators(), key),
        explain: 'points',
      })
      const rows = new Map(run.subjects.map((row) => [row.subject, row]))
      const own: OracleCase[] = []
      for (const row of table(`panel_agg_${name}_minmax`)) {
        const points = new Map(rows.get(key(row))?.nodes.map((node) => [node.node, node.points]))
        for (const column of aggregates())
          own.push(oracle(`panel-${name}:${key(row)}:${column}`, agrees(points.get(column), cellOf(row, column))))
      }
      for (const row of table(`panel_rankchange_${name}_minmax`)) {
        const before = `${cellOf(row, 'uCode')}@${Number(cellOf(row, 'Time')) - 1}`
        const ours = rows.get(key(row))?.rank ?? null
        const earlier = rows.get(before)
        const change =
          earlier === undefined || ours === null
            ? null
            : previousRanks({
                period: '2025',
                rows: [{ subject: before, rank: earlier.rank, score: null }],
                successors: [{ from: before, to: key(row) }],
              })
                .get(key(row))
                ?.rank.minus(ours)
        own.push(
          oracle(`panel-${name}:${key(row)}:rank`, agrees(ours, cellOf(row, 'IndexRank'), 0)),
          oracle(
            `panel-${name}:${key(row)}:change`,
            agrees(change === null || change === undefined ? null : plainText(change), cellOf(row, 'RankChange'), 0),
          ),
        )
      }
      settle(own)
    })

  test('single-function cases: normalisations and means agree, constant columns and refused zeros included', () => {
    const Numbers = z.array(z.number().nullable())
    const Case = z.object({
      fn: z.string(),
      args: z.record(z.string(), z.unknown()),
      expected: z.unknown().optional(),
      error: z.string().optional(),
    })
    const { cases: all } = z.object({ cases: z.array(Case) }).parse(sharedJson('oracles/coinr/unit_cases.json'))
    const own: OracleCase[] = []
    for (const [index, one] of all.entries()) {
      const id = `unit:${index}:${one.fn}`
      const rule = unitRule(one.fn, one.args)
      if (rule !== null && one.error === undefined) {
        const x = Numbers.parse(typeof one.args['x'] === 'number' ? [one.args['x']] : one.args['x'])
        const names = x.map((_, at) => `S${String(at).padStart(2, '0')}`)
        const scores = scoreOneRule({
          scoring: rule,
          // A share of the best is on 1 there and on the points of the item here.
          ...(one.fn === 'n_fracmax' ? { points: '1' } : {}),
          values: Object.fromEntries(
            names.map((name, at): [string, Record<string, Entry>] => [
              name,
              { X: x[at] === null || x[at] === undefined ? 'missing' : String(x[at]) },
            ]),
          ),
        })
        const expected = Numbers.parse(one.expected)
        const differs = names
          .flatMap((name, at) => agrees(scores[name]?.points, expected[at] === null ? '' : String(expected[at])) ?? [])
          .at(0)
        own.push(oracle(id, differs))
      } else if (['a_amean', 'a_gmean', 'a_hmean'].includes(one.fn)) {
        const x = Numbers.parse(one.args['x'])
        const weights = one.args['w'] === undefined ? x.map(() => 1) : Numbers.parse(one.args['w'])
        if (weights.some((weight) => weight === null)) {
          own.push({ id, leftOut: 'a weight is a required figure in our vocabulary, so it cannot be missing' })
          continue
        }
        const kind = one.fn === 'a_amean' ? 'arithmetic' : one.fn === 'a_gmean' ? 'geometric' : 'harmonic'
        const outcome = aggregate(
          x.map((value, at) => ({
            points: value === null ? null : new Decimal(value),
            redistributed: false,
            weight: new Decimal(weights[at] ?? 1),
            full: new Decimal(0),
          })),
          kind,
          { strategy: 'all-missing' },
        )
        const ours = outcome.kind === 'points' ? plainText(outcome.points) : null
        const expected = one.error === undefined ? z.array(z.number().nullable()).parse(one.expected)[0] : null
        own.push(oracle(id, agrees(ours, expected === null || expected === undefined ? '' : String(expected))))
      } else if (one.fn === 'rank_df') {
        const columns = z.record(z.string(), Numbers).safeParse(one.args['df'])
        const expected = z.record(z.string(), Numbers).safeParse(one.expected)
        if (!columns.success || !expected.success) {
          own.push({ id, leftOut: 'ranks inside groups of a data frame; group ranks are tested on the ASEM tables' })
          continue
        }
        const differs = Object.entries(columns.data).flatMap(([name, values]) => {
          const ranks = numberRanks(
            values.map((value, at) => ({ code: String(at), score: value === null ? null : new Decimal(value) })),
            '1224',
          )
          return values.flatMap(
            (_, at) => agrees(ranks.get(String(at)), String(expected.data[name]?.[at] ?? ''), 0) ?? [],
          )
        })
        own.push(oracle(id, differs[0]))
      } else if (one.fn === 'n_dist2targ') own.push({ id, leftOut: 'a target is required by our vocabulary' })
      else if (['n_rank', 'n_borda', 'n_prank'].includes(one.fn))
        own.push({ id, leftOut: 'ways to number ties that the method does not offer' })
      else own.push({ id, leftOut: `${one.fn}: not a scoring method of the engine` })
    }
    settle(own)
  })

  test('stage_denominated: ratios to area, energy, output and population agree', () => {
    const denominators = new Map(table('asem_iMeta').map((row) => [cellOf(row, 'iCode'), cellOf(row, 'Denominator')]))
    const columns = indicators().filter((column) => (denominators.get(column) ?? '') !== '')
    const sizes = ['Area', 'Energy', 'GDP', 'Population']
    const tree = flatScheme(columns, (numerator) => ({
      method: 'ratio_per_population',
      numerator,
      denominator: denominators.get(numerator) ?? '',
      per: '1',
      convert: { kind: 'value' },
    }))
    const raw = table('asem_iData')
    const scheme = { ...tree, items: [...tree.items, ...sizes.map((code) => dataItem(code))] }
    const run = scoreCycle(inputOf(scheme, raw))
    const points = new Map(
      run.subjects.map((row) => [row.subject, new Map(row.nodes.map((node) => [node.node, node.points]))]),
    )
    settle(
      table('stage_denominated').flatMap((row) =>
        columns.map((column) =>
          oracle(
            `stage_denominated:${cellOf(row, 'uCode')}:${column}`,
            agrees(points.get(cellOf(row, 'uCode'))?.get(column), cellOf(row, column)),
          ),
        ),
      ),
    )
  })

  test('what the engine does not offer is named', () => {
    leftOut(['agg_minmax1100_genmean_p2', 'rank_minmax1100_genmean_p2'], 'power mean: no assessment notice uses one')
    leftOut(['copeland_from_minmax1100', 'outrank_matrix_pillars_equal'], 'outranking: no assessment notice uses it')
    leftOut(
      ['stage_imputed', 'stage_screened'],
      'data treatment before scoring: figures are never imputed or winsorised here',
    )
    leftOut(
      ['sobol_estimate', 'vignette_SA_*', 'vignette_UA_*'],
      'sensitivity study of methodological choices, outside the engine',
    )
    leftOut(['compare_nominal_vs_screen90_ranks', 'compare_multi_ranks'], 'needs COINr’s imputation and screening')
    leftOut(['results_*', 'unit_summary_IND', 'strengths_ESP', 'weaknesses_ESP'], 'print-outs of tables compared above')
    expect(betterOf().size).toBeGreaterThan(0)
  })
}

/** The rule of ours for one of COINr's functions, or null where it has none. */
function unitRule(fn: string, args: Readonly<Record<string, unknown>>): ScoringMethod | null {
  const pair = (name: string): readonly [string, string] => {
    const [from, to] = z.tuple([z.number(), z.number()]).parse(args[name])
    return [String(from), String(to)]
  }
  const better: Better = args['direction'] === -1 ? 'lower' : 'higher'
  const head = { item: 'X', better } as const
  switch (fn) {
    case 'n_minmax': {
      const [from, to] = pair('l_u')
      return { method: 'min_max', ...head, ...peers, scale: { from, to } }
    }
    case 'n_zscore': {
      const [mean, deviation] = pair('m_sd')
      return { method: 'z_score', ...head, mean, deviation, ...peers }
    }
    case 'n_dist2targ':
      return typeof args['targ'] === 'number'
        ? {
            method: 'distance_to_target',
            ...head,
            target: String(args['targ']),
            capAtTarget: args['cap_max'] === true,
            ...peers,
            ...onScale('0', '1'),
          }
        : null
    case 'n_dist2max':
      return { method: 'distance_to_max', ...head, ...peers, ...onScale('0', '1') }
    case 'n_dist2ref':
      return {
        method: 'distance_to_reference',
        ...head,
        referenceSubject: `S${String(Number(args['iref']) - 1).padStart(2, '0')}`,
        capAtReference: args['cap_max'] === true,
        ...peers,
        ...onScale('0', '1'),
      }
    case 'n_fracmax':
      return { method: 'ratio_to_best', ...head, peers: 'group' }
    case 'n_scaled': {
      const [low, high] = pair('npara')
      return { method: 'goalposts', ...head, low, high, truncate: false, logarithmic: false, ...onScale('0', '100') }
    }
    case 'n_goalposts': {
      const [low, high, to] = z.tuple([z.number(), z.number(), z.number()]).parse(args['gposts'])
      return {
        method: 'goalposts',
        ...head,
        low: String(low),
        high: String(high),
        truncate: args['trunc2posts'] !== false,
        logarithmic: false,
        ...onScale('0', String(to)),
      }
    }
    case 'n_rank':
    case 'n_borda': {
      const ties = z.enum(['min', 'max', 'average', 'first']).safeParse(args['ties.method'])
      return ties.success
        ? { method: 'rank_points', ...head, peers: 'group', form: fn === 'n_rank' ? 'rank' : 'borda', ties: ties.data }
        : null
    }
    case 'n_prank':
      return args['ties.method'] === 'min'
        ? { method: 'percentile_rank', ...head, ...peers, ...onScale('0', '1') }
        : null
    default:
      return null
  }
}
