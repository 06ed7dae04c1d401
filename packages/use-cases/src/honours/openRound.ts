import { beijingDate } from '@anjie/calendar-cn'
import type { openRound as operation } from '@anjie/contracts/operations/honours'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import { openRound as decide } from '@anjie/domain/honours/openRound'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/** 开放一轮申报. */
export const openRound: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, now } = context
  const divisions = await context.divisions()
  const id = RoundId.parse(`${divisions.province.code}.${context.newId()}`)
  const decided = decide(id, body, divisions, beijingDate(now), now)
  if (!decided.ok) return decided
  const outcome = { id, version: 1, status: 'announced' }
  const written = await store.commit([{ kind: 'round', id, expectedVersion: 0, ...decided.value }], outcome)
  return written.ok ? ok(outcome) : written
}
