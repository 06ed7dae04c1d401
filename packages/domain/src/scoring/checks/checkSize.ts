import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import { type Check, finding } from './checkContext.ts'

export const checkSize: Check = ({ nodes }) => {
  if (nodes.length > schemeLimits.nodes)
    return [finding('error', 'too-many-nodes', '', `指标共${nodes.length}个，最多${schemeLimits.nodes}个`)]
  const deep = nodes.find(({ depth }) => depth > schemeLimits.depth)
  return deep === undefined
    ? []
    : [
        finding(
          'error',
          'too-deep',
          deep.node.code,
          `指标“${deep.node.name}”在第${deep.depth}层，最多${schemeLimits.depth}层`,
        ),
      ]
}
