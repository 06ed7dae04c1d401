import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'

/** One cell of a form as a row of a sheet changes it; `null`: there is none. */
export const CellChange = z.object({ was: FormValue.nullable(), next: FormValue.nullable() })
export type CellChange = z.infer<typeof CellChange>

/** What these figures change in what stands there. */
export function changesOf(there: readonly FormValue[], figures: readonly FormValue[]): CellChange[] {
  const known = new Map(there.map((value) => [cellKey(value), value]))
  return figures.map((next) => ({ was: known.get(cellKey(next)) ?? null, next }))
}

export const backwards = (cells: readonly CellChange[]): CellChange[] =>
  cells.map(({ was, next }) => ({ was: next, next: was }))

interface Place extends Pick<FormValue, 'item' | 'period'> {
  readonly was: FormValue | null
}

/** All figures with these changed, and which those are. A cell that somebody changed meanwhile is not written over; done already is done. */
export function valuesOver(
  there: readonly FormValue[],
  cells: readonly CellChange[],
): Result<{ readonly values: FormValue[]; readonly places: Place[] }, Problem> {
  const places = cells.flatMap(({ was, next }) => {
    const place = next ?? was
    return place === null ? [] : [{ item: place.item, period: place.period, was, next }]
  })
  const known = new Map(there.map((value) => [cellKey(value), value]))
  const touched = new Set(places.map(cellKey))
  const isTaken = places.some((place) => !isSame(known.get(cellKey(place)), place.was))
  if (isTaken && !places.every((place) => place.next !== null && isSame(known.get(cellKey(place)), place.next)))
    return err({ code: 'stale-version', detail: '这一项已被他人改过' })
  return ok({
    values: [...there.filter((value) => !touched.has(cellKey(value))), ...cells.flatMap(({ next }) => next ?? [])],
    places: places.map(({ item, period, was }) => ({ item, period, was })),
  })
}

const isSame = (one: FormValue | undefined, other: FormValue | null): boolean =>
  one === undefined || other === null
    ? one === undefined && other === null
    : one.status === other.status &&
      (one.status !== 'reported' || other.status !== 'reported' || one.value === other.value) &&
      (one.note ?? '').trim() === (other.note ?? '').trim()
