import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { Decimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'

/** A published table of the lower level. `group`: whose places are counted together. */
export interface RankedTable {
  readonly period: string
  readonly subjects: readonly { readonly subject: string; readonly group: string; readonly rank: string | null }[]
}

/**
 * 下级末位次数 (F20): how often a lower unit was among the last `bottom` places, for each parent: one figure per table, ready to be
 * a value of the parent's item. A unit is among them when fewer than `bottom` ranked units stand strictly behind it, so
 * equal last places all count. Tables with no more than `bottom` ranked units have no last places.
 */
export function countBottomChildren(
  tables: readonly RankedTable[],
  parentOf: ReadonlyMap<string, string>,
  bottom: number,
  item: string,
): ItemValue[] {
  const parents = [...new Set(parentOf.values())].toSorted(byCode)
  return tables.flatMap((table) => {
    const counts = new Map<string, number>()
    for (const subject of lastPlaces(table.subjects, bottom)) {
      const parent = parentOf.get(subject)
      if (parent !== undefined) counts.set(parent, (counts.get(parent) ?? 0) + 1)
    }
    return parents.map(
      (subject): ItemValue => ({
        subject,
        item,
        period: table.period,
        status: 'reported',
        value: String(counts.get(subject) ?? 0),
      }),
    )
  })
}

/**
 * 末位: who stands among the last `bottom` places of its group, as counted above.
 */
export function lastPlaces(rows: RankedTable['subjects'], bottom: number): ReadonlySet<string> {
  const ranked = rows.flatMap(({ subject, group, rank }) =>
    rank === null ? [] : [{ subject, group, rank: new Decimal(rank) }],
  )
  const border = bordersOf(ranked, bottom)
  return new Set(
    ranked
      .filter(({ group, rank }) => {
        const last = border.get(group)
        return last !== undefined && rank.gte(last)
      })
      .map(({ subject }) => subject),
  )
}

/** The best rank that is still among the last places of each group; none where a group has too few ranked units. */
function bordersOf(
  ranked: readonly { readonly group: string; readonly rank: Decimal }[],
  bottom: number,
): ReadonlyMap<string, Decimal> {
  const ranks = new Map<string, Decimal[]>()
  for (const { group, rank } of ranked) {
    const own = ranks.get(group)
    if (own === undefined) ranks.set(group, [rank])
    else own.push(rank)
  }
  const borders = new Map<string, Decimal>()
  for (const [group, own] of ranks) {
    const border = own.toSorted((a, b) => b.comparedTo(a))[bottom - 1]
    if (border !== undefined && own.length > bottom) borders.set(group, border)
  }
  return borders
}
