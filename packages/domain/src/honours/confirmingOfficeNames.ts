import type { ConfirmingOffice } from '@anjie/contracts/vocabulary/honours/honourType'

export const CONFIRMING_OFFICE_NAMES = {
  police: '公安机关',
  'drug-office': '禁毒办',
  'political-legal': '政法委',
  emergency: '应急管理部门',
  petition: '信访部门',
} as const satisfies Record<ConfirmingOffice, string>
