import type { mapDisputeSystem as operation } from '@anjie/contracts/operations/disputes'
import { DisputeSystem, DisputeSystemId } from '@anjie/contracts/vocabulary/disputes/dispute'
import { TYPICAL_SYSTEMS } from '@anjie/contracts/vocabulary/disputes/typicalSystems'
import { codeOf } from '@anjie/domain/access/index'
import { err, ok } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { keepingCounty } from './keepingCounty.ts'

/** 设定字段对照: of the province for all, of a county for itself. */
export const mapDisputeSystem: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, scope, now } = context
  const { mapping, startsFrom, reason } = body
  if (scope.level !== 'province') {
    const keeping = keepingCounty(context)
    if (!keeping.ok) return keeping
  }
  if (mapping.system !== params.system)
    return err({ code: 'value-invalid', detail: '系统代号与所选系统不一致', pointer: '/mapping/system' })
  if (!TYPICAL_SYSTEMS.some(({ system }) => system === params.system))
    return err({ code: 'not-found', detail: '没有这个系统' })
  const id = DisputeSystemId.parse(`${codeOf(scope)}.${params.system}`)
  const version = (await store.get('dispute-system', id))?.version ?? 0
  const expected = checkVersion({ ifMatch: startsFrom }, version)
  if (!expected.ok) return expected
  const outcome = { id, version: version + 1, status: 'mapped' }
  const written = await store.commit(
    [
      {
        kind: 'dispute-system',
        id,
        expectedVersion: version,
        next: { id, owner: DisputeSystem.shape.owner.parse(codeOf(scope)), mapping, updatedAt: now },
        fact: {
          type: 'DisputeSystemMapped',
          details: {
            system: mapping.name,
            columns: String(Object.keys(mapping.columns).length),
            ...(reason === undefined ? {} : { reason }),
          },
        },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
