import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'

type Place = DivisionTree['cities'][number] | DivisionTree['counties'][number]

/**
 * A tree that is loaded over a known one: the file says how places are called, but what the province recorded stands, and nothing
 * is lost by a file that does not name it. A list made before a change would otherwise bring back the counties that ceased, one
 * made after it would lose their names, and one of the statistics would take away the zones and former names that the province added.
 */
export function keepRecordedChanges(loaded: DivisionTree, known: DivisionTree | undefined): DivisionTree {
  if (known === undefined) return loaded
  const changes = known.changes ?? []
  const recorded = new Set<string>(changes.flatMap(({ from, to }) => [...from, ...to].map(({ code }) => code)))
  const successors = [
    ...(loaded.successors ?? []),
    ...(known.successors ?? []).filter(
      ({ from, to, on }) =>
        !(loaded.successors ?? []).some((each) => each.from === from && each.to === to && each.on === on),
    ),
  ]
  return {
    ...loaded,
    cities: together(loaded.cities, known.cities),
    counties: together(
      loaded.counties.filter(({ code }) => !recorded.has(code)),
      known.counties,
    ),
    ...(successors.length === 0 ? {} : { successors }),
    ...(changes.length === 0 ? {} : { changes }),
    ...(known.tiles === undefined ? {} : { tiles: known.tiles }),
  }
}

/** The places of the file with the former names that are known of them, and those that it does not name, as they are. */
function together<T extends Place>(loaded: readonly T[], known: readonly T[]): T[] {
  const there = new Map<string, T>(known.map((place) => [place.code, place]))
  const named = new Set<string>(loaded.map(({ code }) => code))
  const all = loaded.map((place) => {
    const before = [...new Set([...(place.formerNames ?? []), ...(there.get(place.code)?.formerNames ?? [])])]
    const formerNames = before.filter((name) => name !== place.name)
    return formerNames.length === 0 ? place : { ...place, formerNames }
  })
  const kept = known.filter(({ code }) => !named.has(code))
  if (kept.length === 0) return all
  return [...all, ...kept].toSorted((one, other) => (one.code < other.code ? -1 : 1))
}
