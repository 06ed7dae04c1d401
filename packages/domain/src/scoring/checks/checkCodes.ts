import type { Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import { referenceKey } from '../formula/index.ts'
import { type Check, finding } from './checkContext.ts'

/** Codes are unique among their kind, and item names are too, because formulas and workbooks refer to them. */
export const checkCodes: Check = ({ scheme, nodes }) => {
  const findings: Finding[] = []
  const unique = (kind: string, check: string, codes: readonly string[]): void => {
    const seen = new Set<string>()
    for (const code of codes) {
      if (seen.has(code)) findings.push(finding('error', check, code, `${kind}“${code}”重复`))
      seen.add(code)
    }
  }
  unique(
    '指标代码',
    'duplicate-node',
    nodes.map(({ node }) => node.code),
  )
  unique(
    '数据项代码',
    'duplicate-item',
    scheme.items.map((item) => item.code),
  )
  unique(
    '数据项名称',
    'duplicate-item-name',
    scheme.items.map((item) => referenceKey(item.name)),
  )
  unique(
    '分组代码',
    'duplicate-group',
    scheme.groups.map((group) => group.code),
  )
  unique(
    '等次代码',
    'duplicate-grade',
    scheme.grades.map((grade) => grade.code),
  )
  unique(
    '否决事项代码',
    'duplicate-veto',
    scheme.vetoes.map((veto) => veto.code),
  )
  unique(
    '递进督导代码',
    'duplicate-escalation',
    (scheme.escalations ?? []).map((rule) => rule.code),
  )
  unique(
    '限扣组代码',
    'duplicate-cap-group',
    scheme.capGroups.map((cap) => cap.code),
  )
  const codes = new Map(scheme.items.map((item) => [referenceKey(item.code), item]))
  for (const item of scheme.items) {
    const other = codes.get(referenceKey(item.name))
    if (other !== undefined && other !== item && other.code !== item.code)
      findings.push(
        finding(
          'error',
          'name-is-code',
          item.code,
          `数据项“${item.name}”（代码${item.code}）的名称正是数据项“${other.name}”的代码，公式和导入表会取错数；请改名`,
        ),
      )
  }
  return findings
}
