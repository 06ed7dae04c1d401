import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { ACCESS, covers, type Right } from './accessTable.ts'
import { isKeptToUnits, type Owner } from './owner.ts'
import { codeOf, type Standpoint } from './scopes.ts'

/**
 * May records of this kind and owner be read or written from this standpoint? Pure, and the first of two answers: the
 * table's own authorization gives the second one from the session's tags.
 */
export function mayReach(from: Standpoint, asked: Right, kind: RecordKind, owner: Owner): boolean {
  const rights = ACCESS[kind][owner.level]
  if (rights === undefined) return false
  if (from.level === 'platform') return isWithin(owner.code, from.province)
  if (from.level === 'joining') return covers(rights.joining, asked) && owner.code === from.code
  // Below the county everything but the common frame is the unit's own: what carries no unit is not.
  if (from.level === 'unit' && isKeptToUnits(kind) && owner.unit !== from.unit) return false
  if (owner.isWithin === true && (from.level === 'city' || from.level === 'province')) return false
  // 谁命名谁写: a county its own titles, a city those that it names in its counties, and neither the other's.
  return (
    (owner.namedAt === from.level || covers(rights[from.level], asked)) &&
    isOfOneLine(owner.code, from.level === 'unit' ? from.county : codeOf(from))
  )
}

/** Codes are nested: a county's begins with its city's, a city's with its province's. */
const isWithin = (code: string, outer: string): boolean => outer.length > 0 && code.startsWith(outer)

/** The same jurisdiction, one below it, or one above it. */
const isOfOneLine = (code: string, other: string): boolean => isWithin(code, other) || isWithin(other, code)
