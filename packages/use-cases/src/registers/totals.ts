import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import { Decimal, plainText } from '@anjie/kernel'

export interface RegisterTotals {
  readonly rows: number
  readonly incomplete: number
  readonly holders: number
  readonly expected?: number
  readonly declaredNone: number
  readonly updatedAt?: string
  readonly filled: Record<string, number>
  readonly sums: Record<string, string>
  readonly codes: Record<string, Record<string, number>>
}

/** What leaves come to together. A sum or a count of codes is told only where every filled cell is part of it. */
export function totalsOf(
  tallies: readonly LeafTally[],
  required: readonly string[],
  expected?: number,
): RegisterTotals {
  const filled: Record<string, number> = {}
  const sums = new Map<string, Decimal | null>()
  const codes: Record<string, Record<string, number>> = {}
  let rows = 0
  let incomplete = 0
  let updatedAt: string | undefined
  const withRows = new Set<string>()
  for (const tally of tallies) {
    rows += tally.rows
    if (tally.rows > 0) withRows.add(tally.holder)
    incomplete += Math.max(0, ...required.map((code) => tally.rows - (tally.filled[code] ?? 0)))
    if (updatedAt === undefined || tally.updatedAt > updatedAt) updatedAt = tally.updatedAt
    for (const [code, count] of Object.entries(tally.filled)) {
      filled[code] = (filled[code] ?? 0) + count
      const sum = tally.sums[code]
      const known = sums.get(code)
      sums.set(code, sum === undefined || known === null ? null : new Decimal(sum).plus(known ?? 0))
    }
    for (const [code, counts] of Object.entries(tally.codes)) {
      const known = codes[code] ?? {}
      codes[code] = known
      for (const [value, count] of Object.entries(counts)) known[value] = (known[value] ?? 0) + count
    }
  }
  return {
    rows,
    incomplete,
    holders: withRows.size,
    ...(expected === undefined ? {} : { expected }),
    declaredNone: tallies.filter(({ declaredNone }) => declaredNone === true).length,
    ...(updatedAt === undefined ? {} : { updatedAt }),
    filled,
    sums: Object.fromEntries([...sums].flatMap(([code, sum]) => (sum === null ? [] : [[code, plainText(sum)]]))),
    codes,
  }
}

/** Totals without the columns that the reader does not see: a sum tells of cells too. */
export function totalsSeen<T extends Pick<RegisterTotals, 'filled' | 'sums' | 'codes'>>(
  totals: T,
  seen: readonly { readonly code: string }[],
): T {
  const codes = new Set(seen.map(({ code }) => code))
  const only = <V>(record: Record<string, V>): Record<string, V> =>
    Object.fromEntries(Object.entries(record).filter(([code]) => codes.has(code)))
  return { ...totals, filled: only(totals.filled), sums: only(totals.sums), codes: only(totals.codes) }
}
