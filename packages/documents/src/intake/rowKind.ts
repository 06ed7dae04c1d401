import { textKey } from '@anjie/kernel'

/** Rows of a sheet that are there for the eye. `parent`: a name written once above its children. */
export type PassedOverKind = 'title' | 'heading' | 'total' | 'note' | 'parent'

export const PASSED_OVER_NAMES = {
  title: '标题行',
  heading: '重复的表头',
  total: '合计行',
  note: '说明行',
  parent: '上级行',
} as const satisfies Record<PassedOverKind, string>

const TOTAL = /^[（(]?(合计|总计|小计|共计|累计|汇总|总和|平均|平均值|total|sum|其中)[）)]?[:：]?$/
const ENDS_AS_TOTAL = /(合计|总计|小计|共计)[:：]?$/
/** Words with their colon or number: a village may be called 注家村. */
const NOTE =
  /^([★※*]|(注|说明|备注|附注|注释)(\d*[:：、.]|\d|$)|(填表|填报|制表|审核|审签|复核|联系|报送|单位|负责|分管|截止|数据)(人|单位|日期|时间|说明|领导|负责人|电话|来源)?[:：])/

/** Whether these words are those of a sum; no place is called like one. */
export const isTotal = (words: readonly string[]): boolean =>
  words.map(textKey).some((key) => TOTAL.test(key) || ENDS_AS_TOTAL.test(key))

export const isNote = (words: readonly string[]): boolean => NOTE.test(textKey(words[0] ?? ''))
