import type { Finding, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { type Check, finding } from './checkContext.ts'

/** Lower and upper limits that cannot both be kept: of the total and of each node's corrections. */
export const checkLimits: Check = ({ scheme, nodes }) => {
  const { min, max } = scheme.totals
  const findings: Finding[] =
    min !== undefined && max !== undefined && new Decimal(min).gt(max)
      ? [finding('error', 'minimum-above-maximum', '', `总分下限${min}分高于总分上限${max}分，请核对后改正其一`)]
      : []
  for (const { node } of nodes) {
    const floor = highestFloor(node)
    const cap = lowestCap(node)
    if (floor !== null && cap !== null && floor.points.gt(cap))
      findings.push(
        finding(
          'error',
          'floor-above-cap',
          node.code,
          `指标“${node.name}”${floor.words}，却又规定最高${plainText(cap)}分，两条修正不能同时做到；请核对下限和上限`,
        ),
      )
  }
  return findings
}

/** The least points that the corrections leave, and how they say so. */
function highestFloor(node: SchemeNode): { readonly points: Decimal; readonly words: string } | null {
  let highest: { points: Decimal; words: string } | null = null
  for (const modifier of node.modifiers ?? []) {
    const floor =
      modifier.kind === 'floor'
        ? { points: new Decimal(modifier.points), words: `规定最低${modifier.points}分` }
        : modifier.kind === 'deduction-cap' && node.points !== undefined
          ? {
              points: new Decimal(node.points).minus(modifier.points),
              words: `规定${node.points}分最多扣${modifier.points}分`,
            }
          : null
    if (floor !== null && (highest === null || floor.points.gt(highest.points))) highest = floor
  }
  return highest
}

function lowestCap(node: SchemeNode): Decimal | null {
  let lowest: Decimal | null = null
  for (const modifier of node.modifiers ?? []) {
    const cap = modifier.kind === 'cap' ? modifier.points : modifier.kind === 'difficulty' ? modifier.cap : undefined
    if (cap !== undefined && (lowest === null || lowest.gt(cap))) lowest = new Decimal(cap)
  }
  return lowest
}
