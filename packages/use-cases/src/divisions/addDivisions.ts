import type { addDivisions as operation } from '@anjie/contracts/operations/divisions'
import { addDivisions as decide } from '@anjie/domain/divisions/addDivisions'
import { ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 按名单补充行政区划 of the province. */
export const addDivisions: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { id, version, state } = await divisionRecord(context)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, body)
  if (!decision.ok) return decision
  const reply = { id, version: version + 1, status: 'added' }
  const change = { kind: 'divisions', id, expectedVersion: version, ...decision.value } as const
  const written = await context.store.commit([change], reply)
  return written.ok ? ok(reply) : written
}
