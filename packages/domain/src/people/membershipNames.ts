import type { MembershipAction, MembershipStatus } from '@anjie/contracts/vocabulary/people/membershipRecord'

export const MEMBERSHIP_STATUS_NAMES = {
  invited: '已邀请，未使用',
  'in-office': '在任',
  ended: '已解除',
} as const satisfies Record<MembershipStatus, string>

export const MEMBERSHIP_ACTION_NAMES = {
  renew: '重发邀请码',
  change: '变更任职',
  end: '解除任职',
} as const satisfies Record<MembershipAction, string>
