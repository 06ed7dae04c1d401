import { beijingDate } from '@anjie/calendar-cn'
import type { liftBar as operation } from '@anjie/contracts/operations/honours'
import { levelOf } from '@anjie/domain/access/index'
import { liftBar as decide } from '@anjie/domain/honours/bars'
import { ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { barsRecord } from './barsRecord.ts'

/** 解除限制申报 before its end. */
export const liftBar: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, scope, now } = context
  const found = await barsRecord(context, params.subject)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decided = decide(state, body, levelOf(scope), beijingDate(now), now)
  if (!decided.ok) return decided
  const id = params.subject
  const outcome = { id: params.subject, version: version + 1, status: 'lifted' }
  const written = await store.commit([{ kind: 'bars', id, expectedVersion: version, ...decided.value }], outcome)
  return written.ok ? ok(outcome) : written
}
