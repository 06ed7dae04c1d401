import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'

export const commonWords = {
  none: '无',
  all: '全部',
  search: '查找',
  searchHint: '输入名称或地名',
  status: '状态',
  name: '名称',
  place: '地区',
  due: '期限',
  next: '下一步',
  updated: '更新时间',
  rows: (count: number) => `共${count}条`,
  pageRows: (count: number) => `本页${count}条`,
  pages: '翻页',
  firstPage: '回到第一页',
  nextPage: '下一页',
  noneSoFar: '这一段里没有符合条件的记录，请到下一页继续查找',
  rowsOf: (shown: number, count: number) => `显示${shown}条，共${count}条`,
  nothing: '没有记录',
  nothingFound: '没有符合条件的记录',
  confirm: '确定',
  cancel: '取消',
  close: '关闭',
  back: '返回',
  print: '打印',
  add: '增加',
  remove: '删除',
  open: '打开',
  sortBy: (name: string) => `按${name}排序`,
  effectiveOn: '生效日期',
  approvalReference: '批准文号',
  timeline: '办理过程',
  earlierSteps: '更早的记录',
  opinion: '意见',
  opinionHint: '将记入办理过程，并印在审批表上',
  reason: '理由',
  reasonNeeded: '请写明理由，至少2个字',
  saved: '已保存',
  done: (what: string) => `${what}已办理`,
  missing: '未报',
  notApplicable: '不适用',
  invalid: '无效',
  reported: '数值',
  unsaved: '有未保存的修改',
  unsavedQuestion: '有未保存的修改，离开后将丢失。仍要离开吗？',
  leave: '离开',
  stay: '留在本页',
  charactersLeft: (used: number, most: number) => `${used}／${most}`,
  required: '必填',
  optional: '选填',
  newVersion: '程序已更新，请先保存填写的内容，再刷新页面重试',
} as const

/** A file that is read in the browser of whoever chose it. */
export const fileWords = {
  chooseAnother: '换一份文件',
  reading: '正在读文件……',
  readFailed: '文件没有读成，请重试；仍不行的请把文件交给系统维护人员',
  notRead: '这份文件读不了',
  chosen: (name: string) => `文件：${name}`,
} as const

export const draftWords = {
  offer: (at: string) => `您${at}在这里填写的内容没有保存。`,
  changedSince: '此后本页内容又有变动，恢复后请核对再保存。',
  restore: '恢复填写内容',
  discard: '不要了',
} as const

export const levelWords: Record<Level | 'national' | 'system', string> = { ...TITLE_LEVEL_NAMES, system: '系统' }

export { UNIT_KIND_NAMES as unitKindWords } from '@anjie/domain/units/unitKindNames'

/** Steps that no person took. */
export const timelineWords = {
  clock: () => '系统自动办理',
  machine: (name: string) => `接口程序“${name}”办理`,
} as const
