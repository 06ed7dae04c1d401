import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'

/** An earlier year's published table, as far as streaks need it. */
export interface EarlierTable {
  readonly year: number
  readonly rows: readonly Pick<LeagueRow, 'subject' | 'grade'>[]
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
  const held = new Map<string, Set<number>>()
  for (const table of earlier)
    for (const { subject, grade } of table.rows)
      if (grade === bestGrade) held.set(subject, (held.get(subject) ?? new Set()).add(table.year))
  return rows.map((row) => {
    if (row.grade !== bestGrade) return row
    let years = 1
    while (held.get(row.subject)?.has(year - years) === true) years += 1
    return { ...row, streak: { years, honour: null } }
  })
}
