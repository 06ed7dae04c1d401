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
    '限扣组代码',
    'duplicate-cap-group',
    scheme.capGroups.map((cap) => cap.code),
  )
  return findings
}
