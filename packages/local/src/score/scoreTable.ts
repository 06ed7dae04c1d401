import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { openVetoRemark } from '@anjie/domain/scoring/vetoes'
import { Decimal } from '@anjie/kernel'
import { printable } from './printable.ts'

/** Columns that a Chinese character takes on a terminal, so that tables line up. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u1100-\uffdc]/u.test(sign) ? 2 : 1), 0)

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** By rank, then those without one; equal ranks by code. */
export function byRank(left: SubjectScore, right: SubjectScore): number {
  const place = (row: SubjectScore) =>
    row.rank === null ? new Decimal(Number.MAX_SAFE_INTEGER) : new Decimal(row.rank)
  return place(left).comparedTo(place(right)) || (left.subject < right.subject ? -1 : 1)
}

/** Why there is no rank, and what vetoes did. */
export const remarkOf = (row: SubjectScore): string =>
  [
    row.notRanked?.reason ?? '',
    ...row.vetoes.map((veto) => `${veto.name}：${veto.consequence}`),
    ...(row.notRanked?.code === 'held' ? [] : (row.openVetoes ?? []).map(openVetoRemark)),
  ]
    .filter((part) => part !== '')
    .join('；')

function line(row: SubjectScore): readonly string[] {
  const change =
    row.rankChange === null ? '' : new Decimal(row.rankChange).gt(0) ? `+${row.rankChange}` : row.rankChange
  return [
    row.rank ?? '—',
    row.name === row.subject ? row.subject : `${row.subject} ${row.name}`,
    row.published ?? '—',
    row.grade?.name ?? '',
    change,
    remarkOf(row),
  ].map(printable)
}

/** The result as a table for people, one per group. */
export function scoreTable(run: ScoreRun): string {
  const lines = [printable(`${run.schemeName}  ${run.period}  引擎 ${run.engine}`)]
  for (const { group, name, ranked, subjects } of run.groups) {
    lines.push('', printable(`【${name}】 ${subjects} 个对象，${ranked} 个参加排名`))
    const rows = run.subjects.filter((row) => row.group === group).toSorted(byRank)
    const cells = [['名次', '对象', '得分', '等次', '升降', '说明'], ...rows.map(line)]
    const widths =
      cells[0]?.map((_, column) => cells.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0)) ?? []
    for (const row of cells)
      lines.push(
        row
          .map((cell, column) => padded(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      )
  }
  lines.push('', ...run.notes.map(printable))
  return lines.join('\n')
}
