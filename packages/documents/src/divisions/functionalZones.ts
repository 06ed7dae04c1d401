/**
 * 功能区 that public listings treat like counties. They have no official code, so they get one of ours: the city's four digits,
 * a letter and a figure. Each with where it is known from.
 */
export const FUNCTIONAL_ZONES: readonly {
  readonly city: string
  readonly code: string
  /** As listings write it within its city. */
  readonly name: string
  readonly source: string
}[] = [
  {
    city: '5117',
    code: '5117H1',
    name: '高新区',
    source: '四川省2019年度“六无”平安村（社区）名单，达州市部分，八个县级单位之一',
  },
]
