import type { BesideRecord } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal, plainText } from '@anjie/kernel'
import type { Beside } from '../scoring/relations/index.ts'

/** 台账和其他表中的数, as they go into the form when it is submitted. */
export const frozenBesides = (beside: ReadonlyMap<number, Beside>): BesideRecord[] =>
  [...beside].map(([check, { value, ...rest }]) => ({
    check,
    ...rest,
    value: value === null ? null : plainText(value),
  }))

/** The same, out of the form. */
export const besidesOf = (records: readonly BesideRecord[] = []): ReadonlyMap<number, Beside> =>
  new Map(
    records.map(({ check, from, value, note }) => [
      check,
      { from, value: value === null ? null : new Decimal(value), ...(note === undefined ? {} : { note }) },
    ]),
  )
