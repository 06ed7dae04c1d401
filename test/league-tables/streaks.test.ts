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
