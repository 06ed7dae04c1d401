import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'

/**
 * A tree that is loaded over a known one: the file says which counties there are, but what the province recorded stands. A list
 * made before a change would otherwise bring back the counties that ceased, and one made after it would lose their names.
 */
export function keepRecordedChanges(loaded: DivisionTree, known: DivisionTree | undefined): DivisionTree {
  const changes = known?.changes ?? []
  const tiles = known?.tiles === undefined ? {} : { tiles: known.tiles }
  if (known === undefined || changes.length === 0) return { ...loaded, ...tiles }
  const recorded = new Set<string>(changes.flatMap(({ from, to }) => [...from, ...to].map(({ code }) => code)))
  const kept = known.counties.filter(({ code }) => recorded.has(code))
  const counties = [...loaded.counties.filter(({ code }) => !recorded.has(code)), ...kept]
  return { ...loaded, counties: counties.toSorted((one, other) => (one.code < other.code ? -1 : 1)), changes, ...tiles }
}
