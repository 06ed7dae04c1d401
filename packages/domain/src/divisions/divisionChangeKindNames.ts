import type { DivisionChangeKind } from '@anjie/contracts/vocabulary/divisions/divisions'

export const DIVISION_CHANGE_KIND_NAMES = {
  renamed: '更名',
  merged: '合并',
  split: '分设',
} as const satisfies Record<DivisionChangeKind, string>
