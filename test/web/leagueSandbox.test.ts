import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { openWhatIf } from '@anjie/domain/league-tables/index'
import { earlierCycles, monthsOf } from '@anjie/web/areas/league-tables/trend/earlierCycles'
import { rankedIn, trendOf } from '@anjie/web/areas/league-tables/trend/trend'
import {
  agreesWithOfficial,
  compareWhatIf,
  factorsOf,
  movedCount,
  weightedNodes,
} from '@anjie/web/areas/league-tables/whatIf/compareWhatIf'
import { plot } from '@anjie/web/charts/plot'
import { describe, expect, test } from 'vitest'
import { rowOf, smallRun } from './smallRun.ts'

const officialRows = (): LeagueRow[] =>
  smallRun()
    .result.subjects.map((row) => rowOf(row.subject, row.rank === null ? null : Number(row.rank), row.published))
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))

describe('权重试算', () => {
  const { inputs } = smallRun()
  const { previous: _none, ...scored } = inputs
  const whatIf = openWhatIf(scored)
  const tried = (percents: Readonly<Record<string, number>>) =>
    compareWhatIf(officialRows(), whatIf.redraw(factorsOf(new Map(Object.entries(percents)))))

  test('with every slider at 100 % is the official table', () => {
    const rows = tried({ A: 100, B: 100 })
    expect(rows.map((row) => [row.ownRank, row.ownScore])).toEqual(
      rows.map((row) => [row.officialRank, row.officialScore]),
    )
    expect(movedCount(rows)).toBe(0)
    expect(agreesWithOfficial(officialRows(), whatIf.redraw(new Map()))).toBe(true)
  })

  test('shows who moves, by how much, beside the official place', () => {
    const onlyFirst = tried({ B: 0 })
    const east = onlyFirst.find((row) => row.subject === '990101')
    expect(east).toMatchObject({ ownRank: 1 })
    expect(east?.officialRank).toBeGreaterThan(1)
    expect(east?.moved).toBe((east?.officialRank ?? 0) - 1)
    expect(onlyFirst[0]?.subject).toBe('990101')
    expect(movedCount(onlyFirst)).toBeGreaterThan(0)
  })

  test('says so when today’s rules no longer give the table on the page', () => {
    const [first, ...others] = officialRows()
    if (first === undefined) throw new Error('there are rows')
    expect(agreesWithOfficial([{ ...first, publishedScore: '1.00' }, ...others], whatIf.redraw(new Map()))).toBe(false)
  })

  test('a county without a place stays without one, at the end', () => {
    const rows = compareWhatIf([rowOf('990109', null, null), ...officialRows()], whatIf.redraw(new Map()))
    expect(rows.at(-1)).toMatchObject({ subject: '990109', ownRank: null, moved: null })
  })

  test('offers every node but the total, headings first', () => {
    expect(weightedNodes(inputs.scheme, (node) => node.points ?? '').map(({ code, depth }) => [code, depth])).toEqual([
      ['A', 1],
      ['A-1', 2],
      ['B', 1],
      ['B-1', 2],
    ])
  })
})

describe('a trend', () => {
  const cycle = (id: string, dataFrom: string, dataTo: string, status: 'final' | 'open' = 'final') => ({
    id,
    dataFrom,
    dataTo,
    status,
  })

  const table = (cycleId: string, rows: readonly LeagueRow[], sameRules = true) => ({
    cycleId,
    cycleName: cycleId,
    dataTo: '',
    rows,
    sameRules,
  })
  const joinsOf = (points: ReturnType<typeof trendOf>) =>
    points.map(({ joins }) => `${joins.rank ? '位次' : ''}${joins.score ? '得分' : ''}`)

  test('goes back over published cycles of the same length only, at most six, oldest first', () => {
    const current = cycle('now', '2026-01-01', '2026-12-31', 'open')
    const years = Array.from({ length: 8 }, (_, back) =>
      cycle(`y${2025 - back}`, `${2025 - back}-01-01`, `${2025 - back}-12-31`),
    )
    const all = [
      ...years,
      cycle('half', '2025-07-01', '2025-12-31'),
      cycle('unpublished', '2025-01-01', '2025-12-31', 'open'),
      cycle('later', '2027-01-01', '2027-12-31'),
      current,
    ]
    expect(earlierCycles(current, all).map(({ id }) => id)).toEqual([
      'y2020',
      'y2021',
      'y2022',
      'y2023',
      'y2024',
      'y2025',
    ])
    expect(monthsOf({ dataFrom: '2026-10-01', dataTo: '2026-12-31' })).toBe(3)
  })

  test('keeps a gap where the county was not in a table', () => {
    const row = rowOf('990101', 2, '91.50')
    const points = trendOf(
      '990101',
      [
        table('a', [rowOf('990101', 1, '95')]),
        table('b', [rowOf('990102', 1, '90')]),
        table('c', [rowOf('990101', null, null)]),
      ],
      { name: 'now', row, ranked: 3, sameRules: true },
    )
    expect(points.map(({ present, rank, score }) => [present, rank, score])).toEqual([
      [true, 1, '95'],
      [false, null, null],
      [true, null, null],
      [true, 2, '91.50'],
    ])
    expect(rankedIn([row, rowOf('990102', null, null)], 'G1')).toBe(1)
  })

  test('joins places of one group only, and scores of one group under the same rules only', () => {
    const row = rowOf('990101', 2, '91.50')
    const elsewhere = { ...row, group: 'G2', groupName: '主城区组' }
    const points = trendOf(
      '990101',
      [
        table('a', [row], false),
        table('b', [row], true),
        // Another scheme, the same group: a place among the same, a score of something else.
        table('c', [row], false),
        // Moved to another group under the same scheme: neither.
        table('d', [elsewhere], true),
      ],
      { name: 'now', row: elsewhere, ranked: 3, sameRules: false },
    )
    expect(joinsOf(points)).toEqual(['', '位次得分', '位次', '', '位次'])
  })

  test('joins nothing to a cycle in which the county was not, and nothing across it', () => {
    const row = rowOf('990101', 2, '91.50')
    const points = trendOf('990101', [table('a', [row]), table('b', []), table('c', [row])], undefined)
    expect(joinsOf(points)).toEqual(['', '', ''])
    const runs = plot([2, null, 2], { width: 120, height: 60, margin: 10, leastOnTop: true })
    expect(runs.map((run) => run.map(({ index }) => index))).toEqual([[0], [2]])
    const apart = plot([2, 3, 4], { width: 120, height: 60, margin: 10, leastOnTop: true, joins: [false, true, false] })
    expect(apart.map((run) => run.map(({ index }) => index))).toEqual([[0, 1], [2]])
  })

  test('goes on through a merger with the best of the merged, and says who they were', () => {
    const before = [rowOf('990101', 5, '80'), rowOf('990102', 2, '91'), rowOf('990201', 1, '95')]
    const [point] = trendOf('990103', [table('a', before)], undefined, () => ['990103', '990101', '990102'])
    expect(point).toMatchObject({ present: true, rank: 2, score: '91', predecessors: ['990102', '990101'] })
  })

  test('is never drawn across a gap, puts the first place on top, and the middle where nothing differs', () => {
    const frame = { width: 120, height: 60, margin: 10, leastOnTop: true }
    const runs = plot([1, 3, null, 2], frame)
    expect(runs.map((run) => run.map(({ index }) => index))).toEqual([[0, 1], [3]])
    expect(runs[0]?.map(({ y }) => y)).toEqual([10, 50])
    expect(runs[1]?.[0]).toMatchObject({ x: 110, y: 30 })
    expect(plot([5, 5], frame)[0]?.map(({ y }) => y)).toEqual([30, 30])
    expect(plot([null, null], frame)).toEqual([])
  })
})
