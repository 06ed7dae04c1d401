/** What two entries have in common or against each other; each has a line in the reasons that a clerk reads. */
export const reasonNames = {
  'number-quoted': '一方写有另一方的编号',
  identity: '当事人证件号或电话相同',
  'same-names': '当事人姓名相同',
  'near-name': '当事人姓名差一个字',
  'masked-name': '当事人姓氏和字数相同（一方隐去了名字）',
  'other-names': '当事人姓名不同',
  village: '同一个村（社区）',
  township: '同一个乡镇（街道）',
  'other-place': '地点不同',
  kind: '纠纷类型相同',
  'other-kind': '纠纷类型不同',
  day: '受理时间相近',
  'other-day': '受理时间相差较远',
  text: '案情文字相近',
  'other-text': '案情文字不同',
  amount: '涉案金额或数字相同',
  'other-amount': '涉案金额或数字不同',
  organisation: '调解组织相同',
} as const
export type Reason = keyof typeof reasonNames

const NONE: readonly number[] = []
/** Lists of a few values: most pairs have nothing in common, and no list is made for them. */
export function common(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.some((value) => b.includes(value)) ? a.filter((value) => b.includes(value)) : NONE
}

/** How often a value of a field is met where little is known yet, and how many entries that knowledge is worth. */
export const USUAL = {
  name: 1 / 2000,
  near: 1 / 500,
  masked: 1 / 150,
  identity: 1 / 100_000,
  village: 1 / 150,
  township: 1 / 20,
  kind: 1 / 10,
  figure: 1 / 200,
  organisation: 1 / 150,
} as const
export const ASSUMED_ENTRIES = 200

/** Takes what one field says. */
export type Add = (reason: Reason, weight: number) => void
/** How often a value is met by chance. */
export type Rarity = (value: number, field: keyof typeof USUAL) => number
