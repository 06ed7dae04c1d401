import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'

/** Why a table cannot be the previous one of a period, in Chinese; empty when it can. */
export function checkPreviousTable(previous: PreviousTable, period: string): readonly string[] {
  const problems: string[] = []
  if (!isBefore(previous.period, period))
    problems.push(`上期榜单的期间是${previous.period}，不早于本期${period}；请给出更早一期的榜单`)
  const seen = new Set<string>()
  for (const { subject, rank } of previous.rows) {
    if (seen.has(subject)) problems.push(`上期榜单中“${subject}”出现了不止一次，不知道以哪个名次为准；请只留一行`)
    seen.add(subject)
    if (rank !== null && !RANK.test(rank))
      problems.push(`上期榜单中“${subject}”的名次“${rank.slice(0, 20)}”应为从1起的数字；没有名次的请留空`)
  }
  for (const { from, to } of previous.successors)
    if (from === to) problems.push(`上期榜单说“${from}”由自己承接；请删去这一条`)
  return problems
}

/** A place in a table: from 1, whole or with the half of a shared place. */
const RANK = /^[1-9]\d{0,8}(\.\d{1,2})?$/

/** By the year, then by the month in which each ends. */
function isBefore(earlier: string, later: string): boolean {
  const [first, second] = [endOf(earlier), endOf(later)]
  return first < second
}

function endOf(period: string): number {
  const year = Number(period.slice(0, 4))
  const part = period.slice(5)
  const month =
    part === ''
      ? 12
      : part.startsWith('H')
        ? Number(part.slice(1)) * 6
        : part.startsWith('Q')
          ? Number(part.slice(1)) * 3
          : Number(part)
  return year * 12 + month
}
