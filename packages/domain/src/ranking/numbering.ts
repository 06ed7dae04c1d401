import type { RankNumbering } from '@anjie/contracts/vocabulary/schemes/scheme'
import { comparable, type Decimal, unreachable } from '@anjie/kernel'
import { compare } from './compare.ts'

export type RankDirection = 'highest-first' | 'lowest-first'

interface Placed<V> {
  readonly index: number
  readonly value: V
}

/** Lists of equal values, best first; inside each list the given order. */
function tiedGroups<V>(
  values: readonly (V | null)[],
  compareValues: (a: V, b: V) => number,
  direction: RankDirection,
): readonly (readonly Placed<V>[])[] {
  const placed: Placed<V>[] = []
  values.forEach((value, index) => {
    if (value !== null) placed.push({ index, value })
  })
  const sign = direction === 'highest-first' ? -1 : 1
  placed.sort((left, right) => sign * compareValues(left.value, right.value) || left.index - right.index)
  const groups: Placed<V>[][] = []
  for (const entry of placed) {
    const last = groups.at(-1)
    const first = last?.[0]
    if (last !== undefined && first !== undefined && compareValues(first.value, entry.value) === 0) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

/**
 * The place of each value, in the order given; `null` (not scored, too little data) gets none and counts for nobody.
 * Equal values: 1224 they share the better place and the next is skipped; 1334 they share the worse place; 1223 nothing
 * is skipped; 1234 the given order decides; fractional the mean place.
 * Places are whole numbers, or halves with 'fractional'. Only '1234' depends on the order of equal values.
 */
export function rankNumbers(
  values: readonly (Decimal | null)[],
  numbering: RankNumbering,
  direction: RankDirection,
): (number | null)[] {
  const present = comparable(values.filter((value) => value !== null))
  let next = 0
  return numbered(
    values.map((value) => (value === null ? null : (present[next++] ?? null))),
    compare,
    numbering,
    direction,
  )
}

/** The same for whole numbers, such as scores in hundredths: for simulations that rank thousands of times. */
export function rankWholeNumbers(
  values: readonly (number | null)[],
  numbering: RankNumbering,
  direction: RankDirection,
): (number | null)[] {
  return numbered(values, (a, b) => a - b, numbering, direction)
}

function numbered<V>(
  values: readonly (V | null)[],
  compareValues: (a: V, b: V) => number,
  numbering: RankNumbering,
  direction: RankDirection,
): (number | null)[] {
  const ranks = new Array<number | null>(values.length).fill(null)
  let before = 0
  tiedGroups(values, compareValues, direction).forEach((group, groupIndex) => {
    group.forEach((entry, place) => {
      ranks[entry.index] = numberOf(numbering, before, group.length, groupIndex, place)
    })
    before += group.length
  })
  return ranks
}

/** The place of the entry at `place` of a group of `size` equal values, with `before` values in better groups. */
function numberOf(numbering: RankNumbering, before: number, size: number, groupIndex: number, place: number): number {
  switch (numbering) {
    case '1224':
      return before + 1
    case '1334':
      return before + size
    case '1223':
      return groupIndex + 1
    case '1234':
      return before + place + 1
    case 'fractional':
      return before + (size + 1) / 2
    default:
      return unreachable(numbering)
  }
}
