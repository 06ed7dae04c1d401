import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { isReadByItself } from '@anjie/domain/units/isReadByItself'
import { initialsOf, pinyinOf } from '../public/pinyin.ts'
import type { Place } from '../viewKeys.ts'
import { facetsOf, keyPart, type ListOrder, type OrderKeys, ordersIn } from './listOrders.ts'

const LAST_INSTANT = 8_640_000_000_000_000
const DIGITS = String(LAST_INSTANT).length

/** Text that sorts newer instants first. */
const newestFirst = (instant: string): string => String(LAST_INSTANT - Date.parse(instant)).padStart(DIGITS, '0')

/** Keys of a row in each order that an owner's list has; every one ends with the key in the list itself, so that no two are the same. */
export function orderKeysOf(row: ListRow, level: Place['level']): OrderKeys {
  const facets = facetsOf(row)
  if (facets === undefined) return {}
  const orders = ordersIn(level, facets.kind).filter((order) => hasPlaceIn(order, row))
  if (orders.length === 0) return {}
  const { stage, status, county, group, year, name } = facets
  const time = newestFirst(row.updatedAt)
  const key = (...parts: readonly string[]): string => `${[stage, ...parts.map(keyPart), row.id].join('#')}#`
  const syllables = pinyinOf(name)
  const initials = initialsOf(syllables)
  const keys: Readonly<Record<ListOrder, string>> = {
    byTime: key(time),
    byStatus: key(status, county, time),
    byPlace: key(county, time),
    byGroup: key(group, county, time),
    byYear: key(year, county, time),
    byName: key(name),
    byReading: key(syllables.replaceAll(' ', ''), initials),
    byInitials: key(initials),
  }
  return Object.fromEntries(orders.map((order) => [order, keys[order]]))
}

/** A register is asked in time only for the units that changed, and by kind only for kinds of which it holds few: no other row stands there. */
function hasPlaceIn(order: ListOrder, row: ListRow): boolean {
  if (row.kind !== 'unit') return true
  const { unitKind, validTo, formerNames = [] } = row.fields
  if (order === 'byTime') return validTo !== undefined || formerNames.length > 0
  return order !== 'byGroup' || isReadByItself(unitKind)
}
