import { z } from 'zod'

/**
 * Kinds of disputes in the common list. There is no ministry's code list: these are the eighteen that public statistics and
 * code agree on (practice.md §4, note C1); each system's own words are mapped to them and kept.
 */
export const disputeKindNames = {
  '01': '婚姻家庭',
  '02': '邻里',
  '03': '房屋宅基地',
  '04': '合同',
  '05': '生产经营',
  '06': '损害赔偿',
  '07': '山林土地',
  '08': '征地拆迁',
  '09': '环境污染',
  '10': '劳动争议',
  '11': '旅游',
  '12': '消费',
  '13': '医疗',
  '14': '道路交通事故',
  '15': '物业管理',
  '16': '知识产权',
  '17': '互联网',
  '99': '其他',
} as const

export type DisputeKind = keyof typeof disputeKindNames
export const DisputeKind = z.enum(Object.keys(disputeKindNames) as [DisputeKind, ...DisputeKind[]])
