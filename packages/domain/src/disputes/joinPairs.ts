interface Weighed {
  readonly a: number
  readonly b: number
  readonly weight: number
}

/** Two that speak so strongly against each other are not one dispute, whoever stands between them. */
const AGAINST = -6
/** No single pair outweighs more than one that speaks against it. */
const MOST_FOR = 6
/** Larger groups are made of many entries about one matter; each is not compared with each. */
const MOST_COMPARED = 40

/**
 * Joins pairs into groups, the surest first. A pair that would bring entries together which contradict each other is refused and
 * left to a person.
 */
export function joinPairs<Pair extends Weighed>(
  sure: readonly Pair[],
  count: number,
  weigh: (a: number, b: number) => number,
  systemOf: (index: number) => number,
): { readonly groupOf: Int32Array; readonly refused: readonly Pair[] } {
  const groupOf = Int32Array.from({ length: count }, (_, index) => index)
  const members = new Map<number, readonly number[]>()
  const refused: Pair[] = []
  const membersOf = (group: number): readonly number[] => members.get(group) ?? [group]
  for (const pair of sure) {
    const one = groupOf[pair.a] ?? pair.a
    const other = groupOf[pair.b] ?? pair.b
    if (one === other) continue
    const left = membersOf(one)
    const right = membersOf(other)
    if (contradict(left, right, weigh, systemOf)) {
      refused.push(pair)
      continue
    }
    const group = Math.min(one, other)
    const all = [...left, ...right]
    for (const index of all) groupOf[index] = group
    members.delete(Math.max(one, other))
    members.set(group, all)
  }
  return { groupOf, refused }
}

function contradict(
  left: readonly number[],
  right: readonly number[],
  weigh: (a: number, b: number) => number,
  systemOf: (index: number) => number,
): boolean {
  if (left.length * right.length > MOST_COMPARED) return false
  let sum = 0
  for (const a of left)
    for (const b of right) {
      const weight = weigh(a, b)
      if (weight < (systemOf(a) === systemOf(b) ? AGAINST + 2 : AGAINST)) return true
      sum += Math.min(MOST_FOR, weight)
    }
  return sum < 0
}
