import { beijingDate } from '@anjie/calendar-cn'
import type { recordDivisionChange as operation } from '@anjie/contracts/operations/divisions'
import { DivisionChangeId } from '@anjie/contracts/vocabulary/divisions/divisions'
import { recordDivisionChange as decide } from '@anjie/domain/divisions/recordDivisionChange'
import { ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 登记区划变更 in the province's tree. */
export const recordDivisionChange: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { id, version, state } = await divisionRecord(context)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const changeId = DivisionChangeId.parse(`${context.scope.province}.${context.newId()}`)
  const decision = decide(state, body, changeId, beijingDate(context.now))
  if (!decision.ok) return decision
  const reply = { id: changeId, version: version + 1, status: 'recorded' }
  const change = { kind: 'divisions', id, expectedVersion: version, ...decision.value } as const
  const written = await context.store.commit([change], reply)
  return written.ok ? ok(reply) : written
}
