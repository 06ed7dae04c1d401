import type { Dispute } from '@anjie/contracts/vocabulary/disputes/dispute'
import { joinedDisputes, mayJoin } from '@anjie/domain/disputes/joinDisputes'
import type { Change, CommandContext, Versioned } from '../ports.ts'
import type { Join } from './foundPieces.ts'

/**
 * Brings disputes that are surely one into one, as they stand now: what a person decided since, or another call joined already, stays.
 * `others-first`: somebody changed one of them meanwhile.
 */
export async function joinFound(
  { store, now }: CommandContext,
  { ids, reason }: Join,
  standing: ReadonlyMap<string, Versioned<Dispute>>,
): Promise<'joined' | 'nothing-left' | 'others-first'> {
  const members = ids.flatMap((id) => standing.get(id) ?? [])
  // Where most of it stands already.
  const [first, ...others] = members.toSorted(
    (one, other) => other.state.origins.length - one.state.origins.length || (one.state.id < other.state.id ? -1 : 1),
  )
  const fit = first === undefined ? [] : others.filter(({ state }) => mayJoin(first.state, state))
  if (first === undefined || fit.length === 0) return 'nothing-left'
  const step = joinedDisputes(
    first.state,
    fit.map(({ state }) => state),
    reason,
    now,
  )
  const changes: Change[] = [
    { kind: 'dispute', id: first.state.id, expectedVersion: first.version, ...step.into },
    ...fit.flatMap(({ state, version }, at): Change[] => {
      const own = step.others[at]
      return own === undefined ? [] : [{ kind: 'dispute', id: state.id, expectedVersion: version, ...own }]
    }),
  ]
  return (await store.commit(changes)).ok ? 'joined' : 'others-first'
}
