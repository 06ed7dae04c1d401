import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'
import { ownEntry } from '../coefficients.ts'
import { type Check, finding } from './checkContext.ts'

/** Codes that other parts of a scheme point at: groups, grades, capped nodes, overrides, coefficients. */
export const checkReferences: Check = ({ scheme, nodes }) => {
  const findings: Finding[] = []
  const kinds = new Map(nodes.map(({ node }) => [node.code, node.kind]))
  const groups = new Set(scheme.groups.map((group) => group.code))
  const grades = new Set(scheme.grades.map((grade) => grade.code))
  for (const cap of scheme.capGroups)
    for (const code of cap.nodes) {
      const kind = kinds.get(code)
      if (kind === undefined)
        findings.push(finding('error', 'node-undefined', cap.code, `限扣组“${cap.name}”引用了不存在的指标“${code}”`))
      else if (kind === 'branch')
        findings.push(
          finding('error', 'cap-on-branch', cap.code, `限扣组“${cap.name}”只能列计分指标，“${code}”是指标大类`),
        )
    }
  for (const group of scheme.groups)
    for (const { node } of group.overrides)
      if (!kinds.has(node))
        findings.push(finding('error', 'node-undefined', group.code, `分组“${group.name}”调整了不存在的指标“${node}”`))
  for (const veto of scheme.vetoes) {
    if (veto.effect.kind === 'eligibility')
      for (const grade of veto.effect.barredGrades)
        if (!grades.has(grade))
          findings.push(
            finding('error', 'grade-undefined', veto.code, `否决事项“${veto.name}”引用了不存在的等次“${grade}”`),
          )
    if (veto.effect.kind === 'downgrade' && scheme.grades.length < 2)
      findings.push(
        finding('error', 'grade-undefined', veto.code, `否决事项“${veto.name}”要降等，方案却没有两个以上等次`),
      )
    if (new Decimal(veto.atLeast).isZero())
      findings.push(finding('error', 'veto-always', veto.code, `否决事项“${veto.name}”的起点为0，所有单位都会被否决`))
  }
  findings.push(...gradeNodes(scheme, nodes))
  for (const quota of scheme.quotas) {
    if (!grades.has(quota.grade))
      findings.push(finding('error', 'grade-undefined', quota.grade, `名额引用了不存在的等次“${quota.grade}”`))
    if (quota.group !== undefined && !groups.has(quota.group))
      findings.push(finding('error', 'group-undefined', quota.group, `名额引用了不存在的分组“${quota.group}”`))
    if (quota.limit.kind === 'share' && new Decimal(quota.limit.share).gt(1))
      findings.push(
        finding('error', 'quota-share', quota.grade, `名额比例${quota.limit.share}大于1，请写成0至1之间的小数`),
      )
  }
  for (const { node } of nodes)
    for (const coefficient of coefficientsOf(node)) {
      if (coefficient.kind !== 'by-group') continue
      for (const group of groups)
        if (ownEntry(coefficient.values, group) === undefined)
          findings.push(
            finding('error', 'coefficient-missing', node.code, `指标“${node.name}”的难度系数没有写明分组“${group}”`),
          )
      for (const group of Object.keys(coefficient.values))
        if (!groups.has(group))
          findings.push(
            finding('error', 'group-undefined', node.code, `指标“${node.name}”的难度系数引用了不存在的分组“${group}”`),
          )
    }
  return findings
}

type Node = Parameters<Check>[0]['nodes'][number]['node']

function coefficientsOf(node: Node) {
  const all = (node.modifiers ?? []).flatMap((modifier) =>
    modifier.kind === 'difficulty' ? [modifier.coefficient] : [],
  )
  return node.kind === 'leaf' && node.scoring.method === 'corrected_composite'
    ? [...all, node.scoring.coefficient]
    : all
}

/** Single nodes that a grade asks for: there, assessed in every group, and worth as much. */
function gradeNodes({ grades, groups }: Scheme, nodes: Parameters<Check>[0]['nodes']): Finding[] {
  const known = new Map(nodes.map(({ node }) => [node.code, node]))
  const parents = new Map(nodes.map(({ node, parent }) => [node.code, parent?.code]))
  return grades.flatMap((grade) =>
    (grade.minNodes ?? []).flatMap(({ node: code, points }) => {
      const node = known.get(code)
      if (node === undefined)
        return [
          finding(
            'error',
            'node-undefined',
            grade.code,
            `等次“${grade.name}”要求的指标“${code}”不存在，任何单位都评不上；请改为方案中的指标代码，或删去这一条件`,
          ),
        ]
      const excluding = groups.filter(({ overrides }) => {
        const excluded = new Set(overrides.flatMap((entry) => (entry.excluded === true ? [entry.node] : [])))
        for (let at: string | undefined = code; at !== undefined; at = parents.get(at))
          if (excluded.has(at)) return true
        return false
      })
      return [
        ...excluding.map((group) =>
          finding(
            'warning',
            'grade-node-excluded',
            grade.code,
            `等次“${grade.name}”要求指标“${node.name}”不低于${points}分，分组“${group.name}”却不考评此指标，该组没有单位能评上`,
          ),
        ),
        ...(node.points !== undefined && new Decimal(points).gt(node.points) && node.part !== 'bonus'
          ? [
              finding(
                'warning',
                'grade-unreachable',
                grade.code,
                `等次“${grade.name}”要求指标“${node.name}”不低于${points}分，该指标只有${node.points}分`,
              ),
            ]
          : []),
      ]
    }),
  )
}
