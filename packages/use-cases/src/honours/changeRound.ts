import { beijingDate } from '@anjie/calendar-cn'
import type { changeRound as operation } from '@anjie/contracts/operations/honours'
import { changeRound as decide } from '@anjie/domain/honours/changeRound'
import { called, placesOfRound } from '@anjie/domain/honours/quota'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'
import { isOwn } from './isOwn.ts'
import { usedPlaces } from './usedPlaces.ts'

/**
 * 更正、延长轮次. Who has fewer places than before, or more while somebody waits, is counted in the same commit, so that an acceptance at this very moment is seen or
 * sees it.
 */
export const changeRound: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now } = context
  const found = await findRecord(context, 'round', params.roundId)
  if (!found.ok) return found
  const { state, version } = found.value
  const own = isOwn(context, state.id)
  if (!own.ok) return own
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const [{ usedOf, idOf, records }, divisions] = await Promise.all([usedPlaces(store, state), context.divisions()])
  const decided = decide(state, body, usedOf, divisions, beijingDate(now), now)
  if (!decided.ok) return decided
  const after = placesOfRound(decided.value.next)
  // Lowered ones are counted anew; where somebody waits, raised ones call the next.
  const moved = [...after, ...placesOfRound(state)].filter(({ code }) => {
    const [was, is] = [placesOfRound(state), after].map((all) => all.find((each) => each.code === code)?.places ?? 0)
    return is !== was && ((is ?? 0) < (was ?? 0) || records.get(idOf(code))?.state.waiting !== undefined)
  })
  const counted = [...new Set(moved.map(({ code }) => idOf(code)))].map((id): Change => {
    const record = records.get(id)
    return {
      kind: 'quota',
      id,
      expectedVersion: record?.version ?? 0,
      next: called(decided.value.next, record?.state ?? { used: 0, counties: {} }, now),
      fact: { type: 'PlacesSet', details: { places: [...new Set(moved.map(({ name }) => name))].join('、') } },
    }
  })
  const outcome = { id: state.id, version: version + 1, status: 'announced' }
  const written = await store.commit(
    [{ kind: 'round', id: state.id, expectedVersion: version, ...decided.value }, ...counted],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
