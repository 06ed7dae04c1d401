import type { Level } from '@anjie/contracts/vocabulary/divisions'
import type { BatchStatus } from '@anjie/contracts/vocabulary/honours'
import type { Role } from '@anjie/contracts/vocabulary/people'

/** `close-notice` and `complete-naming` follow from time and from work done; they are nobody's button. */
export const BATCH_ACTIONS = ['open-notice', 'close-notice', 'decide-naming', 'complete-naming'] as const
export type BatchAction = (typeof BATCH_ACTIONS)[number]

export interface BatchTransition {
  readonly from: BatchStatus
  readonly action: BatchAction
  readonly to: BatchStatus
  readonly by: { readonly level: Level; readonly role: Role } | 'system'
}

const ADMIN = { level: 'province', role: 'province-admin' } as const

/** The one table of what may happen to a list. */
export const BATCH_TRANSITIONS: readonly BatchTransition[] = [
  { from: 'collecting', action: 'open-notice', to: 'on-notice', by: ADMIN },
  { from: 'on-notice', action: 'close-notice', to: 'notice-closed', by: 'system' },
  { from: 'notice-closed', action: 'decide-naming', to: 'naming', by: ADMIN },
  { from: 'naming', action: 'complete-naming', to: 'named', by: 'system' },
]

export const BATCH_STATUS_NAMES = {
  collecting: '拟定名单',
  'on-notice': '公示中',
  'notice-closed': '公示期满',
  naming: '正在命名',
  named: '已命名',
} as const satisfies Record<BatchStatus, string>

export const BATCH_ACTION_NAMES = {
  'open-notice': '开始公示',
  'close-notice': '结束公示',
  'decide-naming': '作出命名决定',
  'complete-naming': '完成命名',
} as const satisfies Record<BatchAction, string>

/** In whose hands a list is. While it is on notice or being named it is the clock's, and nobody's queue. */
export const BATCH_OWNERS = {
  collecting: { ...ADMIN, verb: '开始公示' },
  'on-notice': null,
  'notice-closed': { ...ADMIN, verb: '命名' },
  naming: null,
  named: null,
} as const satisfies Record<BatchStatus, { level: Level; role: Role; verb: string } | null>
