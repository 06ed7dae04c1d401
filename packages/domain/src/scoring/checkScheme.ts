import type { Finding, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { byCode } from '../ranking/byCode.ts'
import { checkBurdenRelief } from './checks/checkBurdenRelief.ts'
import { checkCodes } from './checks/checkCodes.ts'
import { type Check, contextOf } from './checks/checkContext.ts'
import { checkEscalations } from './checks/checkEscalations.ts'
import { checkItems } from './checks/checkItems.ts'
import { checkLimits } from './checks/checkLimits.ts'
import { checkReferences } from './checks/checkReferences.ts'
import { checkSize } from './checks/checkSize.ts'
import { checkTotals } from './checks/checkTotals.ts'
import { checkTree } from './checks/checkTree.ts'

const CHECKS: readonly Check[] = [
  checkSize,
  checkCodes,
  checkItems,
  checkReferences,
  checkEscalations,
  checkLimits,
  checkTree,
  checkTotals,
  checkBurdenRelief,
]
const ORDER = { error: 0, warning: 1, hint: 2 } as const

/** 完整性检查: what is wrong or doubtful in a scheme, errors first, in the order of the scheme. Errors keep it from being published. */
export function checkScheme(scheme: Scheme): Finding[] {
  const context = contextOf(scheme)
  const places = new Map(context.nodes.map(({ node }, index) => [node.code, index]))
  return CHECKS.flatMap((check) => check(context)).toSorted(
    (a, b) =>
      ORDER[a.severity] - ORDER[b.severity] ||
      (places.get(a.node) ?? -1) - (places.get(b.node) ?? -1) ||
      byCode(a.check, b.check) ||
      byCode(a.message, b.message),
  )
}
