import type { SubjectKind } from './scheme.ts'

export const SUBJECT_KIND_NAMES = {
  city: '市（州）',
  county: '县（市、区）',
  township: '乡镇（街道）',
  department: '部门',
  village: '村',
  community: '社区',
  grid: '网格',
  post: '岗位',
  'justice-office': '司法所',
  'police-station': '派出所',
  'governance-center': '综治中心',
  school: '学校',
  hospital: '医院',
  enterprise: '企业',
} as const satisfies Record<SubjectKind, string>
