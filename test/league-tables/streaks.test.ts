import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { withStreaks } from '@anjie/domain/league-tables/index'
import { expect, test } from 'vitest'

const row = (grade: string | null): LeagueRow => ({ subject: '990101', name: '砚洲区', grade }) as LeagueRow // the streak looks at nothing else
const table = (year: number, grade: string) => ({ year, rows: [row(grade)] })
const streakOf = (grade: string, years: readonly (readonly [number, string])[]) =>
  withStreaks(
    [row(grade)],
    2026,
    '优秀',
    years.map(([year, held]) => table(year, held)),
  )[0]?.streak

test('a streak counts the years in the best grade back to the first break, and is not counted outside it', () => {
  expect(streakOf('优秀', [])).toEqual({ years: 1, honour: null })
  expect(
    streakOf('优秀', [
      [2025, '优秀'],
      [2024, '良好'],
      [2023, '优秀'],
    ]),
  ).toEqual({ years: 2, honour: null })
  expect(
    streakOf('优秀', [
      [2025, '优秀'],
      [2024, '优秀'],
    ]),
  ).toEqual({ years: 3, honour: null })
  expect(streakOf('优秀', [[2024, '优秀']])).toEqual({ years: 1, honour: null })
  expect(
    streakOf('良好', [
      [2025, '优秀'],
      [2024, '优秀'],
    ]),
  ).toBeUndefined()
})

test('however long it is, it names nobody: a tripod is applied for, put on notice and named', () => {
  const years = (count: number) => Array.from({ length: count - 1 }, (_, back) => [2025 - back, '优秀'] as const)
  for (const count of [3, 12, 18]) expect(streakOf('优秀', years(count))).toEqual({ years: count, honour: null })
})

const county = (subject: string, grade: string): LeagueRow => ({ ...row(grade), subject }) as LeagueRow
const years = (today: LeagueRow, ...earlier: Parameters<typeof withStreaks>[3]) =>
  withStreaks([today], 2026, '优秀', earlier)[0]?.streak?.years

test('a county that was given to another city goes on counting, through as many years as it was called otherwise', () => {
  const moved = [{ from: '990101', to: '990205' }]
  const earlier = [2025, 2024].map((year) => ({ year, rows: [county('990101', '优秀')], successors: moved }))
  expect(years(county('990205', '优秀'), ...earlier)).toBe(3)
  expect(years(county('990205', '优秀'), { year: 2025, rows: [county('990101', '优秀')] })).toBe(1)
})

test('out of a merger a new county counts only years in which all of them were best; one that took another over keeps its own', () => {
  const merged = (to: string) => ['990101', '990102'].map((from) => ({ from, to }))
  const table = (first: string, second: string, to: string) => ({
    year: 2025,
    rows: [county('990101', first), county('990102', second)],
    successors: merged(to),
  })
  expect(years(county('990103', '优秀'), table('优秀', '优秀', '990103'))).toBe(2)
  expect(years(county('990103', '优秀'), table('优秀', '良好', '990103'))).toBe(1)
  expect(years(county('990101', '优秀'), table('优秀', '良好', '990101'))).toBe(2)
  expect(years(county('990101', '优秀'), table('良好', '优秀', '990101'))).toBe(1)
})
