import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'

/** An earlier year's published table, as far as streaks need it. */
export interface EarlierTable {
  readonly year: number
  readonly rows: readonly Pick<LeagueRow, 'subject' | 'grade'>[]
  /** Who stands today in the place of whom of that table, where somebody does: after a merger, another name or another city. */
  readonly successors?: PreviousTable['successors'] | undefined
}

/**
 * 连续达标 on each row that is in the best grade this year: in how many years without a break, counted over the published tables. A fact
 * beside the table and no title: an assessment names nobody. Tables from before call it by a tripod; that stays what was published.
 */
export function withStreaks(
  rows: readonly LeagueRow[],
  year: number,
  bestGrade: string,
  earlier: readonly EarlierTable[],
): LeagueRow[] {
  const wasBest = new Map<number, ((subject: string) => boolean)[]>()
  for (const table of earlier) wasBest.set(table.year, [...(wasBest.get(table.year) ?? []), bestIn(table, bestGrade)])
  return rows.map((row) => {
    if (row.grade !== bestGrade) return row
    let years = 1
    while (wasBest.get(year - years)?.some((isBest) => isBest(row.subject)) === true) years += 1
    return { ...row, streak: { years, honour: null } }
  })
}

/**
 * Whether a subject of today was in the best grade of a table. One that stood there itself is judged by its own row, whatever it took over
 * later; one that came out of others only where all of them that stood there were in it: nobody inherits what a partner did not reach.
 */
function bestIn({ rows, successors = [] }: EarlierTable, bestGrade: string): (subject: string) => boolean {
  const grades = new Map<string, string | null>(rows.map(({ subject, grade }) => [subject, grade]))
  const before = Map.groupBy(successors, ({ to }) => to)
  return (subject) => {
    const own = grades.get(subject)
    if (own !== undefined) return own === bestGrade
    const found = (before.get(subject) ?? []).flatMap(({ from }) => (grades.has(from) ? [grades.get(from)] : []))
    return found.length > 0 && found.every((grade) => grade === bestGrade)
  }
}
