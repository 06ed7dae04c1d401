import { growthOf, type UnitsRow } from './unitsTable.ts'

/** Measured anew, an operation may cost so much more before it counts as worse: ids and times differ in length. */
const TOLERANCE = 0.02
const FLAT = 0.05

/**
 * What got worse since the committed measurement, in sentences: a ratio, the power with which it grows, a refusal that was
 * none. Compared at the shares that both have measured.
 */
export function whatGotWorse(before: readonly UnitsRow[], after: readonly UnitsRow[]): readonly string[] {
  const known = new Map(before.map((row) => [row.what, row]))
  return after.flatMap((row) => {
    const former = known.get(row.what)
    if (former === undefined) return [`${row.what} (${row.operation}) is new: commit what it costs`]
    return [...worseShares(former, row), ...worseGrowth(former, row)]
  })
}

function worseShares(former: UnitsRow, row: UnitsRow): string[] {
  return Object.entries(row.shares).flatMap(([percent, units]) => {
    const there = former.shares[percent]
    if (there === undefined) return []
    if (units.refused !== undefined && there.refused === undefined)
      return [`${row.what} is refused at ${percent} %: ${units.refused}`]
    return (['readUnits', 'writeUnits', 'projectedUnits', 'waves'] as const)
      .filter((name) => units[name] > there[name] * (1 + TOLERANCE))
      .map((name) => `${row.what} at ${percent} %: ${name} ${there[name]} → ${units[name]}`)
  })
}

/** Over the shares that both have measured: the tests measure the small ones only. */
function worseGrowth(former: UnitsRow, row: UnitsRow): string[] {
  const both = Object.keys(row.shares).filter((percent) => former.shares[percent] !== undefined)
  const [before, after] = [former, row].map(({ shares }) =>
    growthOf(both.flatMap((percent) => (shares[percent] === undefined ? [] : [[Number(percent), shares[percent]]]))),
  )
  return before !== undefined && after !== undefined && after > before + FLAT
    ? [`${row.what} grows faster: exponent ${before} → ${after}`]
    : []
}
