import type { arrangeTiles as operation } from '@anjie/contracts/operations/divisions'
import { arrangeTiles as decide } from '@anjie/domain/divisions/arrangeTiles'
import { ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 调整方格图位置 of the province. */
export const arrangeTiles: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { id, version, state } = await divisionRecord(context)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, body.tiles)
  if (!decision.ok) return decision
  const reply = { id, version: version + 1, status: 'arranged' }
  const change = { kind: 'divisions', id, expectedVersion: version, ...decision.value } as const
  const written = await context.store.commit([change], reply)
  return written.ok ? ok(reply) : written
}
