import { textKey } from '@anjie/kernel'

const MOST = 3

/** The names that are most like a given one, best first; none that shares too little with it. */
export function nearestNames(given: string, names: readonly string[]): readonly string[] {
  const wanted = [...textKey(given)]
  return [...new Set(names)]
    .map((name) => ({ name, distance: distanceOf(wanted, [...textKey(name)]) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(wanted.length, [...name].length) / 2)))
    .toSorted((one, other) => one.distance - other.distance || (one.name < other.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name)
}

/** Levenshtein distance in characters and not in UTF-16 units, of which a rare character has two. */
function distanceOf(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, character] of one.entries()) {
    const next = [index + 1]
    for (const [at, each] of other.entries()) {
      const changed = (row[at] ?? 0) + (each === character ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
