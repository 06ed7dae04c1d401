import type { Grade, GradeQuota } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'

/** What the grading of one subject looks at. */
export interface GradedRow {
  readonly subject: string
  readonly group: string
  /** Published score; `null` gets no grade. */
  readonly score: Decimal | null
  readonly base: Decimal | null
  readonly bonus: Decimal | null
  readonly nodePoints: (node: string) => Decimal | null
  /** `null`: not ranked, gets no grade. */
  readonly rank: Decimal | null
  /** Grades that an eligibility veto bars, each with the veto's name. */
  readonly barred: ReadonlyMap<string, string>
  /** Grades to go down, with the veto's name. */
  readonly downgrades: readonly { readonly grades: number; readonly name: string }[]
}

export interface AssignedGrade {
  readonly code: string
  readonly name: string
  readonly reason: string
}

/** 定等次: the best grade whose conditions hold, less vetoes, within the quotas of each group. Ranks decide who is inside a quota. */
export function assignGrades(
  grades: readonly Grade[],
  quotas: readonly GradeQuota[],
  rows: readonly GradedRow[],
): ReadonlyMap<string, AssignedGrade> {
  const placed: Placed[] = []
  for (const row of rows) {
    if (row.rank === null || row.score === null) continue
    const place = natural(grades, row, row.score)
    if (place !== null) placed.push({ row, rank: row.rank, ...place })
  }
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(row.group, (sizes.get(row.group) ?? 0) + 1)
  for (const group of [...sizes.keys()].toSorted((a, b) => (a < b ? -1 : 1)))
    fitQuotas(
      grades,
      quotas.filter((quota) => quota.group === undefined || quota.group === group),
      placed.filter((entry) => entry.row.group === group),
      sizes.get(group) ?? 0,
    )
  const assigned = new Map<string, AssignedGrade>()
  for (const { row, index, reason } of placed) {
    const grade = grades[index]
    if (grade !== undefined) assigned.set(row.subject, { code: grade.code, name: grade.name, reason })
  }
  return assigned
}

interface Placed {
  readonly row: GradedRow
  readonly rank: Decimal
  index: number
  reason: string
}

function natural(
  grades: readonly Grade[],
  row: GradedRow,
  score: Decimal,
): { readonly index: number; readonly reason: string } | null {
  const reasons: string[] = []
  let index = grades.findIndex((grade) => {
    const short = shortOf(grade, row, score)
    if (short !== null) {
      reasons.push(`未达“${grade.name}”：${short}`)
      return false
    }
    const veto = row.barred.get(grade.code)
    if (veto === undefined) return true
    reasons.push(`因“${veto}”不得评为“${grade.name}”`)
    return false
  })
  if (index === -1) return null
  for (const { grades: steps, name } of row.downgrades) {
    index = Math.min(grades.length - 1, index + steps)
    reasons.push(`因“${name}”降${steps}等`)
  }
  return { index, reason: [`达到“${grades[index]?.name ?? ''}”条件`, ...reasons].join('；') }
}

/** The first condition that is not met, in words. */
function shortOf(grade: Grade, row: GradedRow, score: Decimal): string | null {
  const below = (value: Decimal | null, least: string | undefined, label: string): string | null =>
    least === undefined || value?.gte(least) ? null : `${label}低于${least}分`
  const first =
    below(score, grade.minScore, '得分') ??
    below(row.base, grade.minBase, '基本分') ??
    below(row.bonus, grade.minBonus, '加分')
  if (first !== null) return first
  for (const { node, points } of grade.minNodes ?? []) {
    const short = below(row.nodePoints(node), points, `指标${node}`)
    if (short !== null) return short
  }
  return null
}

/** Moves those beyond a quota to the next grade that is not barred; a quota counts the grade and everything better. */
function fitQuotas(
  grades: readonly Grade[],
  quotas: readonly GradeQuota[],
  placed: readonly Placed[],
  size: number,
): void {
  for (const [index, grade] of grades.entries()) {
    // A quota of the group itself goes before the general one.
    const quota =
      quotas.find((entry) => entry.grade === grade.code && entry.group !== undefined) ??
      quotas.find((entry) => entry.grade === grade.code)
    if (quota === undefined) continue
    const allowed =
      quota.limit.kind === 'count' ? quota.limit.count : new Decimal(quota.limit.share).times(size).floor().toNumber()
    const holders = placed.filter((entry) => entry.index <= index).toSorted((a, b) => a.rank.comparedTo(b.rank))
    let inside = 0
    for (let first = 0; first < holders.length; ) {
      const rank = holders[first]?.rank
      let end = first
      while (rank !== undefined && holders[end]?.rank.eq(rank)) end += 1
      if (end === first) break
      const fits = end <= allowed || (quota.tie === 'include' && first < allowed)
      if (!fits) break
      inside = end
      first = end
    }
    for (const entry of holders.slice(inside)) {
      if (entry.index < index) continue
      const next = grades.findIndex((candidate, at) => at > index && !entry.row.barred.has(candidate.code))
      if (next === -1) continue
      entry.index = next
      entry.reason = `${entry.reason}；“${grade.name}”名额${allowed}个已满，顺延为“${grades[next]?.name ?? ''}”`
    }
  }
}
