import { beijingDate } from '@anjie/calendar-cn'
import type { closeRound as operation } from '@anjie/contracts/operations/honours'
import { closeRoundEarly } from '@anjie/domain/honours/changeRound'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { isOwn } from './isOwn.ts'

/** 提前截止申报. */
export const closeRound: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findRecord(context, 'round', params.roundId)
  if (!found.ok) return found
  const { state, version } = found.value
  const own = isOwn(context, state.id)
  if (!own.ok) return own
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decided = closeRoundEarly(state, body.reason, beijingDate(context.now), context.now)
  if (!decided.ok) return decided
  const outcome = { id: state.id, version: version + 1, status: 'announced' }
  const written = await context.store.commit(
    [{ kind: 'round', id: state.id, expectedVersion: version, ...decided.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
