import { beijingDate } from '@anjie/calendar-cn'
import type { openRound as operation } from '@anjie/contracts/operations/honours'
import { RoundId } from '@anjie/contracts/vocabulary/ids'
import { codeOf } from '@anjie/domain/access/index'
import { openRound as decide } from '@anjie/domain/honours/openRound'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { typeOf } from './honourTypes.ts'

/** 开放一轮申报. */
export const openRound: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, now } = context
  const divisions = await context.divisions()
  const id = RoundId.parse(`${codeOf(scope)}.${context.newId()}`)
  const [type, basis] = await Promise.all([
    typeOf(context, body.honour),
    findRecord(context, 'legal-basis', body.basisId),
  ])
  if (type === undefined)
    return err({ code: 'invalid-input', detail: `没有“${body.honour}”这一荣誉类型`, pointer: '/honour' })
  if (!basis.ok) return err({ ...basis.error, pointer: '/basisId' })
  const { basisId: _basis, ...request } = body
  const decided = decide(id, request, type, basis.value.state, divisions, beijingDate(now), now)
  if (!decided.ok) return decided
  const outcome = { id, version: 1, status: 'announced' }
  const written = await store.commit([{ kind: 'round', id, expectedVersion: 0, ...decided.value }], outcome)
  return written.ok ? ok(outcome) : written
}
