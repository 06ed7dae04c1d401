import type { revokeDivisionChange as operation } from '@anjie/contracts/operations/divisions'
import type { DivisionChangeId, DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { revokeDivisionChange as decide } from '@anjie/domain/divisions/revokeDivisionChange'
import { err, ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import { movePlanIdOf } from '../moves/movePlanIdOf.ts'
import type { Command, CommandContext } from '../ports.ts'
import { divisionRecord } from './divisionRecord.ts'

/** 撤销登记 of a change that was recorded by mistake. */
export const revokeDivisionChange: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { id, version, state } = await divisionRecord(context)
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const carriedOut = await movePlanOf(context, state, params.changeId)
  if (carriedOut !== undefined) return err(carriedOut)
  const decision = decide(state, params.changeId, body.reason)
  if (!decision.ok) return decision
  const reply = { id: params.changeId, version: version + 1, status: 'revoked' }
  const change = { kind: 'divisions', id, expectedVersion: version, ...decision.value } as const
  const written = await context.store.commit([change], reply)
  return written.ok ? ok(reply) : written
}

/** Units that went along stand in the successor's register: what was carried out is not taken back by a stroke. */
async function movePlanOf(
  { store, scope, digest }: CommandContext,
  tree: DivisionTree,
  changeId: DivisionChangeId,
): Promise<Problem | undefined> {
  const change = tree.changes?.find(({ id }) => id === changeId)
  const plans = await store.getMany(
    'move-plan',
    change?.from.map(({ code }) => movePlanIdOf(scope.province, [changeId, code], digest)) ?? [],
  )
  const begun = [...plans.values()].find(({ state }) => state.status === 'applying' || state.status === 'applied')
  return begun === undefined
    ? undefined
    : {
        code: 'transition-not-allowed',
        detail: `${begun.state.from.name}的单位已按迁移方案划转，登记不能撤销；确有错误的，请另行登记一项变更`,
      }
}
