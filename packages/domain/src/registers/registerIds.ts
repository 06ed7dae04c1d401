import { RegisterPeriod } from '@anjie/contracts/vocabulary/registers/register'
import type { RegisterRef } from '@anjie/contracts/vocabulary/registers/registerRow'

/** Rows of one leaf: as many as a page shows, and no more than what one read unit takes when packed. */
export const ROWS_PER_LEAF = 64

const LEAF = /^(\d{4}[0-9A-Z]\d)\.(?:([0-9A-HJKMNP-TV-Z]{26})-)?([a-z][a-z0-9]*)-([^.]+)-(\d{4})$/

/** `990101.centres-standing-0001`; of a unit `990101.<unit>-grids-2026-Q3-0001`. Leaves are counted from 1. */
export function leafIdOf({ register, holder, period }: RegisterRef, number: number): string {
  const joint = holder.includes('.') ? '-' : '.'
  return `${holder}${joint}${register}-${period}-${String(number).padStart(4, '0')}`
}

/** Where a leaf belongs; undefined where no leaf can have such an id. */
export function refOfLeaf(leafId: string): RegisterRef | undefined {
  const [, county, unit, register = '', given] = LEAF.exec(leafId) ?? []
  const period = RegisterPeriod.safeParse(given)
  if (county === undefined || !period.success) return undefined
  return { register, holder: unit === undefined ? county : `${county}.${unit}`, period: period.data }
}

export const rowIdOf = (leafId: string, place: string): string => `${leafId}-${place}`

/** The leaf and the place in it of a row. */
export const placeOfRow = (rowId: string): { readonly leafId: string; readonly place: string } => ({
  leafId: rowId.slice(0, -3),
  place: rowId.slice(-2),
})

/** `00` to `63`. */
export const placeText = (place: number): string => String(place).padStart(2, '0')
