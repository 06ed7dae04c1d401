import type { NodeStatus } from '@anjie/contracts/vocabulary/scoring/scoreRun'

/** Why an indicator has points or none, for receipts, rules and the commands. */
export const NODE_STATUS_NAMES = {
  scored: '已计分',
  missing: '未报',
  'not-applicable': '不适用',
  invalid: '数据无效',
  'no-score': '不计分',
} as const satisfies Record<NodeStatus, string>
