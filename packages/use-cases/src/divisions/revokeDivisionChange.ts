import type { revokeDivisionChange as operation } from '@anjie/contracts/operations/divisions'
import { revokeDivisionChange as decide } from '@anjie/domain/divisions/revokeDivisionChange'
import { ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 撤销登记 of a change that was recorded by mistake. */
export const revokeDivisionChange: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { id, version, state } = await divisionRecord(context)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, params.changeId, body.reason)
  if (!decision.ok) return decision
  const reply = { id: params.changeId, version: version + 1, status: 'revoked' }
  const change = { kind: 'divisions', id, expectedVersion: version, ...decision.value } as const
  const written = await context.store.commit([change], reply)
  return written.ok ? ok(reply) : written
}
