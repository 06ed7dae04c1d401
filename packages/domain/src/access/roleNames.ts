import type { Role } from '@anjie/contracts/vocabulary/access/people'

/** How messages name a post. */
export const ROLE_NAMES = {
  'province-admin': '省级管理员',
  'province-reviewer': '省级审核人',
  auditor: '省级稽核人',
  'city-reviewer': '市级审核人',
  'county-admin': '县级管理员',
  'county-reviewer': '县级审核人',
  'county-reporter': '县级填报人',
  'unit-reporter': '单位填报人',
} as const satisfies Record<Role, string>
