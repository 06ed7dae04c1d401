import type { Title, TitleStatus } from '@anjie/contracts/vocabulary/honours/title'

export const TITLE_STATUS_NAMES = {
  active: '有效',
  'under-recheck': '复核中',
  retained: '复核保留',
  rectify: '限期整改',
  revoked: '已撤销',
  'taken-back': '命名已撤回',
  deregistered: '已注销',
  expired: '已到期',
} as const satisfies Record<TitleStatus, string>

export const TITLE_LEVEL_NAMES = {
  county: '县级',
  city: '市级',
  province: '省级',
  national: '国家级',
} as const satisfies Record<Title['level'], string>
