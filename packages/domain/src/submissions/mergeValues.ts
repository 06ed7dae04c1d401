import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'

/** A cell that a clerk changed, and what stood in it when the clerk opened the form; `null`: nothing. */
export interface ChangedCell {
  readonly item: string
  readonly period: string
  readonly was: FormValue | null
}

/** The clerk's cells in today's form, and those of them that somebody else has changed meanwhile to something else. */
export interface MergedValues {
  readonly values: readonly FormValue[]
  readonly taken: readonly ChangedCell[]
}

/**
 * Puts the cells that a clerk changed into the form as it stands now. Whoever touches other cells is in nobody's way; a cell that
 * another one changed meanwhile is not written over.
 */
export function mergeValues(
  newest: readonly FormValue[],
  wanted: readonly FormValue[],
  changed: readonly ChangedCell[],
): MergedValues {
  const merged = new Map(newest.map((value) => [cellKey(value), value]))
  const mine = new Map(wanted.map((value) => [cellKey(value), value]))
  const taken: ChangedCell[] = []
  for (const cell of changed) {
    const key = cellKey(cell)
    const [now, next] = [merged.get(key), mine.get(key)]
    if (!isSame(now, cell.was ?? undefined) && !isSame(now, next)) taken.push(cell)
    else if (next === undefined) merged.delete(key)
    else merged.set(key, next)
  }
  return { values: [...merged.values()], taken }
}

/** A note that is empty says as little as none. */
const isSame = (one: FormValue | undefined, other: FormValue | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : one.status === other.status &&
      ('value' in one ? one.value : '') === ('value' in other ? other.value : '') &&
      (one.note ?? '').trim() === (other.note ?? '').trim()
