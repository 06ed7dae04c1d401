import { cityCodeOf, countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'

/**
 * Which of these upper subjects each lower unit belongs to. A county lies in the city of its first four characters, a unit in the
 * county before the dot of its id, and a village or post in the township that its register names (`townshipOf`). Units of
 * nobody here are left out.
 */
export function parentsOf(
  lower: readonly string[],
  upper: readonly string[],
  townshipOf: (unit: string) => string | undefined,
): ReadonlyMap<string, string> {
  const among = new Set<string>(upper)
  return new Map(
    lower.flatMap((unit) => {
      const parent = [townshipOf(unit), countyCodeOf(unit), cityCodeOf(unit)].find(
        (candidate) => candidate !== undefined && candidate !== unit && among.has(candidate),
      )
      return parent === undefined ? [] : [[unit, parent] as const]
    }),
  )
}
