import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { followedTownship } from '@anjie/domain/units/changedUnit'
import { allRows } from '../allRows.ts'
import type { Change, CommandContext, RecordStore, Versioned } from '../ports.ts'
import { renamedPostChanges } from '../posts/unitsPosts.ts'

/** Moves in one commit, each with its post where it has one; a commit takes 49. */
const PART = 20

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
  context: Pick<CommandContext, 'store' | 'digest' | 'now'>,
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
    const part = moves.slice(start, start + PART)
    const posts = await renamedPostChanges(
      context,
      part.map(({ next }) => next),
    )
    const written = await context.store.commit([...part, ...posts])
    if (!written.ok) throw new Error(`units could not follow ${township.id}: ${written.error.detail}`)
  }
}
