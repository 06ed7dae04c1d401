/** Words of the parts that every page is built from. */
export const dialogWords = {
  missing: (what: readonly string[]) => `还缺：${what.join('、')}`,
  phrases: '常用语',
} as const

export const dateWords = {
  hint: '如2026年3月1日、2026-3-1、20260301',
  open: '打开日历',
  unreadable: '请写成年月日，如2026年3月1日',
  noSuchDay: (text: string) => `没有${text}这一天`,
} as const

export const pickerWords = {
  hint: '输入名称、拼音或首字母',
  found: (count: number) => `${count}项`,
  none: '没有找到，请换个名称或拼音',
  asking: '正在查找',
  clear: '清除选择',
  remove: (name: string) => `去掉${name}`,
  narrow: (count: number) => `只列出前${count}项，请多输入几个字`,
} as const

export const uploadWords = {
  sending: (name: string, share: number) => `${name} 已上传${share}%`,
  cancel: '取消上传',
  retry: '重新上传',
  failed: (name: string) => `${name} 没有传完`,
  dismiss: '不传了',
} as const

export const problemListWords = {
  fields: '需要改正的地方',
} as const
