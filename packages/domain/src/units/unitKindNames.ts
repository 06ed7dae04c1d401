import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** 单位类型, for refusals, the console and the public site. */
export const UNIT_KIND_NAMES = {
  county: '县（市、区）',
  township: '乡镇（街道）',
  village: '村',
  community: '社区',
  department: '部门',
  hospital: '医院',
  campus: '学校',
  'police-station': '派出所',
  'justice-office': '司法所',
} as const satisfies Record<UnitKind, string>
