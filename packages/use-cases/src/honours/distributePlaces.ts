import type { distributePlaces as operation } from '@anjie/contracts/operations/honours'
import { distributePlaces as decide } from '@anjie/domain/honours/distributePlaces'
import { quotaId } from '@anjie/domain/honours/recordIds'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** Acceptances that count a place at the same moment are let pass so many times. */
const MAX_TRIES = 10

/**
 * 分配、调剂名额 in the very record in which they are counted, so that an acceptance at this moment is seen or sees it. What a clerk saw is
 * told by how often the places were distributed: acceptances meanwhile change nothing of it.
 */
export const distributePlaces: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, scope, now } = context
  if (scope.level !== 'city') return err({ code: 'not-permitted', detail: '由市（州）把名额分配到县（市、区）' })
  const round = await findRecord(context, 'round', params.roundId)
  if (!round.ok) return round
  const divisions = await context.divisions()
  const id = quotaId(round.value.state, `${scope.city}00`)
  for (let attempt = 1; ; attempt++) {
    const found = await store.get('quota', id)
    const state = found?.state ?? { used: 0, counties: {} }
    const number = state.given?.number ?? 0
    const expected = checkVersion(context, number)
    if (!expected.ok) return expected
    const decided = decide(round.value.state, scope.city, state, body, divisions, now)
    if (!decided.ok) return decided
    const outcome = { id: round.value.state.id, version: number + 1, status: 'distributed' }
    const written = await store.commit(
      [{ kind: 'quota', id, expectedVersion: found?.version ?? 0, ...decided.value }],
      outcome,
    )
    if (written.ok) return ok(outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}
