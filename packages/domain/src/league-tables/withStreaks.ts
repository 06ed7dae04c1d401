import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import { PEACE_TRIPODS, type Streak, streakHonour } from './streakHonour.ts'

/** An earlier year's published table, as far as streaks need it. */
export interface EarlierTable {
  readonly year: number
  readonly rows: readonly Pick<LeagueRow, 'subject' | 'grade'>[]
}

/**
 * 连续达标 on each row that is in the best grade this year: in how many years without a break, counted over the published tables, and
 * the tripod that they stand for (Zhejiang's ladder: 3, 6, 9, 12 years, then a star for each further three).
 */
export function withStreaks(
  rows: readonly LeagueRow[],
  year: number,
  bestGrade: string,
  earlier: readonly EarlierTable[],
): LeagueRow[] {
  const held = new Map<string, number[]>()
  for (const table of earlier)
    for (const { subject, grade } of table.rows)
      if (grade === bestGrade) held.set(subject, [...(held.get(subject) ?? []), table.year])
  return rows.map((row) => {
    if (row.grade !== bestGrade) return row
    const streak = streakHonour([...(held.get(row.subject) ?? []), year], year, PEACE_TRIPODS)
    return { ...row, streak: { years: streak.years, honour: honourOf(streak) } }
  })
}

/** 一星平安金鼎, 二星平安金鼎 … */
const honourOf = ({ name, stars }: Streak): string | null =>
  name === null || stars === 0 ? name : `${NUMERALS[stars] ?? stars}星${name}`

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
