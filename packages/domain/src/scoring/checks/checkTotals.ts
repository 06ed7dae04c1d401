import type { Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import { Decimal, plainText } from '@anjie/kernel'
import { type Check, finding } from './checkContext.ts'
import { walk } from './checkTree.ts'

/** Totals and grades: what can be reached, in which order, and whether base and bonus are really kept apart. */
export const checkTotals: Check = (context) => {
  const { scheme, nodes } = context
  const findings: Finding[] = []
  const { totals, grades, root } = scheme
  const hasBonus = nodes.some(({ node }) => node.part === 'bonus')
  for (const { node, depth } of nodes)
    if (node.part === 'bonus' && depth !== 2)
      findings.push(finding('error', 'bonus-level', node.code, `“${node.name}”标为加分部分，只有一级指标可以`))
  if (hasBonus && (root.kind !== 'branch' || root.aggregation !== 'sum'))
    findings.push(finding('error', 'bonus-in-mean', root.code, '加分部分只能与合计计分的方案同用'))
  if (hasBonus && totals.bonusCap === undefined)
    findings.push(finding('hint', 'bonus-uncapped', '', '加分部分没有总上限，建议写明最多加几分'))
  for (const grade of grades)
    if ((grade.minBase !== undefined || grade.minBonus !== undefined) && !totals.keepApart)
      findings.push(
        finding('error', 'parts-not-apart', grade.code, `等次“${grade.name}”要看基本分或加分，方案却没有把两者分列`),
      )
  if (nodes.length <= schemeLimits.nodes && nodes.every(({ depth }) => depth <= schemeLimits.depth)) {
    const { most } = walk(context, root, null, () => undefined)
    let highest = most === null ? null : most.plus(totals.start)
    if (totals.max !== undefined)
      highest = highest === null ? new Decimal(totals.max) : Decimal.min(highest, totals.max)
    for (const grade of grades)
      if (highest !== null && grade.minScore !== undefined && highest.lt(grade.minScore))
        findings.push(
          finding(
            'warning',
            'grade-unreachable',
            grade.code,
            `等次“${grade.name}”要求${grade.minScore}分，总分最多只有${plainText(highest)}分`,
          ),
        )
  }
  for (const [index, grade] of grades.entries()) {
    const better = grades[index - 1]
    if (
      better?.minScore !== undefined &&
      (grade.minScore === undefined ? index < grades.length - 1 : new Decimal(grade.minScore).gte(better.minScore))
    )
      findings.push(
        finding(
          'error',
          'grade-order',
          grade.code,
          `等次“${grade.name}”的分数线应低于“${better.name}”，等次请由高到低排列`,
        ),
      )
  }
  const last = grades.at(-1)
  if (last?.minScore !== undefined)
    findings.push(
      finding('hint', 'grade-open-end', last.code, `低于${last.minScore}分的单位没有等次，如有意为之可不处理`),
    )
  return findings
}
