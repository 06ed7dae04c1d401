import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { followedTownship } from '@anjie/domain/units/changedUnit'
import { allRows } from '../allRows.ts'
import type { Change, RecordStore, Versioned } from '../ports.ts'

/** Moves in one commit; a commit takes 40. */
const PART = 30

/** The current units that lie in a township, by the county's list. */
export async function unitsBelow(store: RecordStore, township: Unit): Promise<readonly Versioned<Unit>[]> {
  if (township.kind !== 'township') return []
  const rows = await allRows(store, 'unit')
  const ids = rows.filter(({ fields }) => fields.parentId === township.id).map(({ id }) => id)
  const found = await store.getMany('unit', ids)
  return [...found.values()].filter(({ state }) => state.parentId === township.id && state.validTo === undefined)
}

/**
 * Lets units follow their township: to its new name, or into the one that took it over. Those that did so already are left as
 * they are, so that a command that was stopped half-way can be called again.
 */
export async function followTownship(
  store: RecordStore,
  below: readonly Versioned<Unit>[],
  township: Pick<Unit, 'id' | 'name'>,
  mark: Parameters<typeof followedTownship>[2],
): Promise<void> {
  const moves = below
    .filter(({ state }) => state.parentId !== township.id || state.parentName !== township.name)
    .map(({ state, version }): Change<'unit'> => {
      const step = followedTownship(state, township, mark)
      return { kind: 'unit', id: state.id, expectedVersion: version, ...step }
    })
  for (let start = 0; start < moves.length; start += PART) {
    const written = await store.commit(moves.slice(start, start + PART))
    if (!written.ok) throw new Error(`units could not follow ${township.id}: ${written.error.detail}`)
  }
}
