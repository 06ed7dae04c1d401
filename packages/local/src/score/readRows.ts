import type { ItemValue, ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'

/** What the rows of a sheet of figures say, long or wide. */
export interface ReadRows {
  readonly values: readonly ItemValue[]
  /** The line of each value. */
  readonly lines: readonly number[]
  /** Everybody who stands in the sheet, with or without figures, in its order. */
  readonly subjects: readonly RowSubject[]
  readonly problems: readonly { readonly line: number; readonly message: string }[]
  readonly remarks: readonly string[]
}

export interface RowSubject {
  readonly code: string
  readonly name?: string
  /** By code or name, as it is written. */
  readonly group?: string
}

const STATUSES: ReadonlyMap<string, ItemValueStatus> = new Map([
  ['reported', 'reported'],
  ['已报', 'reported'],
  ['missing', 'missing'],
  ['未报', 'missing'],
  ['not-applicable', 'not-applicable'],
  ['不适用', 'not-applicable'],
  ['invalid', 'invalid'],
  ['无效', 'invalid'],
])

export const STATUS_ADVICE = 'reported（已报）、missing（未报）、not-applicable（不适用）或 invalid（无效）'

/** A word for whether there is a figure, in English or Chinese. */
export const statusOf = (word: string): ItemValueStatus | undefined => STATUSES.get(word.toLowerCase())
