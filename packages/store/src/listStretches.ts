import type { FoundKind, ListRow } from '@anjie/contracts/vocabulary/listRow'
import { searchedName } from '@anjie/domain/units/unitNameKey'
import {
  facetsOf,
  initialsIn,
  type ListOrder,
  orderPrefix,
  ordersIn,
  STAGES,
  type Stage,
} from '@anjie/projections/lists/listOrders'
import { initialsOf, pinyinOf } from '@anjie/projections/public/pinyin'
import type { Place } from '@anjie/projections/viewKeys'
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
export function stretchesOf(level: Place['level'], kind: FoundKind, filter: ListFilter): readonly Stretch[] {
  const orders = ordersIn(level, kind)
  if (orders.length === 0) return [inOrderOfIds(filter)]
  const stages = filter.stage === undefined ? STAGES : [filter.stage]
  return stages.flatMap((stage) => stretchesIn(stage, filter, orders))
}

function stretchesIn(
  stage: Stage,
  { name, status, group, year, place }: ListFilter,
  orders: readonly ListOrder[],
): Stretch[] {
  const typed = name === undefined ? '' : searchedName(name)
  if (typed !== '') return namedStretches(stage, typed, { status, group, year, place })
  if (status !== undefined) return [stretch('byStatus', orderPrefix(stage, status, place ?? ''), { group, year })]
  if (group !== undefined) return [stretch('byGroup', orderPrefix(stage, group, place ?? ''), { year })]
  if (year !== undefined && orders.includes('byYear'))
    return [stretch('byYear', orderPrefix(stage, String(year), place ?? ''), {})]
  if (place !== undefined && orders.includes('byPlace'))
    return [stretch('byPlace', orderPrefix(stage, place), { year })]
  return [stretch('byTime', orderPrefix(stage, ''), { year, place })]
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

/** Forms by unit, and of one unit those of the newest cycle first: an id begins with its county and then its cycle. What a unit has itself, newest first. */
function inOrderOfIds({ stage, name, ...rest }: ListFilter): Stretch {
  const { keep } = stretch('byTime', '', rest)
  const typed = name === undefined ? '' : searchedName(name)
  const isWhole = stage === undefined && keep === undefined && typed === ''
  return {
    prefix: '',
    newestFirst: true,
    ...(isWhole
      ? {}
      : {
          keep: (row, key) =>
            (stage === undefined || facetsOf(row)?.stage === stage) &&
            (typed === '' || isNamed(facetsOf(row)?.name ?? '', typed)) &&
            (keep === undefined || keep(row, key)),
        }),
  }
}

function isNamed(name: string, typed: string): boolean {
  const syllables = pinyinOf(name)
  return [name, initialsOf(syllables), syllables.replaceAll(' ', '')].some((each) => each.startsWith(typed))
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
