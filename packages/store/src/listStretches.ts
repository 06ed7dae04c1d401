import type { ListedKind, ListRow } from '@anjie/contracts/vocabulary/listRow'
import { searchedName } from '@anjie/domain/units/unitNameKey'
import {
  facetsOf,
  initialsIn,
  type ListOrder,
  orderPrefix,
  STAGES,
  type Stage,
} from '@anjie/projections/lists/listOrders'
import type { ListFilter } from '@anjie/use-cases/ports'

/** A stretch of a list in one of its orders: everything that is looked for lies between the prefix and its end. */
export interface Stretch {
  /** Without one in that of the ids. */
  readonly order?: ListOrder
  readonly newestFirst?: boolean
  readonly prefix: string
  /** Of the rows in it, those that are looked for; without it all of them. */
  readonly keep?: (row: ListRow, key: string) => boolean
}

/**
 * Where to look for what a filter asks: the order in which it lies closest together, once for each stage. What the order
 * cannot tell is looked at row by row.
 */
export function stretchesOf(kind: ListedKind, filter: ListFilter): readonly Stretch[] {
  if (kind === 'submission') return [inOrderOfIds(filter)]
  const stages = filter.stage === undefined ? STAGES : [filter.stage]
  return stages.flatMap((stage) => stretchesIn(stage, filter))
}

function stretchesIn(stage: Stage, { name, status, group, year, place }: ListFilter): Stretch[] {
  const typed = name === undefined ? '' : searchedName(name)
  if (typed !== '') return namedStretches(stage, typed, { status, group, year, place })
  if (status !== undefined) return [stretch('byStatus', orderPrefix(stage, status, place ?? ''), { group, year })]
  if (group !== undefined) return [stretch('byGroup', orderPrefix(stage, group, place ?? ''), { year })]
  if (year !== undefined) return [stretch('byYear', orderPrefix(stage, String(year), place ?? ''), {})]
  if (place !== undefined) return [stretch('byPlace', orderPrefix(stage, place), {})]
  return [stretch('byTime', orderPrefix(stage, ''), {})]
}

const LATIN = /^[a-z0-9]+$/

/** A name by its beginning, or in letters by that of its initials or of its reading. */
function namedStretches(stage: Stage, typed: string, rest: ListFilter): Stretch[] {
  if (!LATIN.test(typed)) return [stretch('byName', orderPrefix(stage, typed), rest)]
  const byReading = stretch('byReading', orderPrefix(stage, typed), rest)
  return [
    stretch('byInitials', orderPrefix(stage, typed), rest),
    // Whoever is found by the initials as well was found before.
    {
      ...byReading,
      keep: (row, key) =>
        !initialsIn(key).startsWith(typed) && (byReading.keep === undefined || byReading.keep(row, key)),
    },
  ]
}

/** Forms by unit, and of one unit those of the newest cycle first: an id begins with its county and then its cycle. */
function inOrderOfIds({ stage, status, group, place }: ListFilter): Stretch {
  const { keep } = stretch('byTime', '', { status, group, place })
  const isWhole = stage === undefined && keep === undefined
  return {
    prefix: '',
    newestFirst: true,
    ...(isWhole
      ? {}
      : {
          keep: (row, key) =>
            (stage === undefined || facetsOf(row)?.stage === stage) && (keep === undefined || keep(row, key)),
        }),
  }
}

type Rest = Pick<ListFilter, 'status' | 'group' | 'year' | 'place'>

function stretch(order: ListOrder, prefix: string, rest: Rest): Stretch {
  const { status, group, year, place } = rest
  const isWhole = status === undefined && group === undefined && year === undefined && place === undefined
  if (isWhole) return { order, prefix }
  const keep = (row: ListRow): boolean => {
    const facets = facetsOf(row)
    return (
      facets !== undefined &&
      (status === undefined || facets.status === status) &&
      (group === undefined || facets.group === group) &&
      (year === undefined || facets.year === String(year)) &&
      (place === undefined || facets.county.startsWith(place))
    )
  }
  return { order, prefix, keep }
}
