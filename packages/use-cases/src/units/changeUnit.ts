import { beijingDate } from '@anjie/calendar-cn'
import type { changeUnit as operation } from '@anjie/contracts/operations/units'
import { changedUnit } from '@anjie/domain/units/changedUnit'
import { unitFault } from '@anjie/domain/units/unitParent'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { renamedPostChanges } from '../posts/unitsPosts.ts'
import { twinFault } from './twinFault.ts'
import { followTownship, unitsBelow } from './unitsBelow.ts'

/** 更名、改隶. What lies in a township goes on under its new name. */
export const changeUnit: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, now } = context
  const found = await findRecord(context, 'unit', params.unitId)
  if (!found.ok) return found
  const { state: unit, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const { name, parentId, on, approvalReference } = body
  const parent = parentId === undefined ? undefined : (await store.get('unit', parentId))?.state
  if (parentId !== undefined && parent === undefined) return err(unitFault('/parentId', '没有找到所属乡镇（街道）'))
  const decision = changedUnit(unit, { name, parent, on, approvalReference, today: beijingDate(now), now })
  if (!decision.ok) return decision
  const { next } = decision.value
  const twin = await twinFault(store, next, body.confirmedOther === true)
  if (twin !== undefined) return err(twin)
  await followTownship(context, await unitsBelow(store, unit), next, { on, approvalReference, now })
  const reply = { id: unit.id, version: version + 1, status: 'current' }
  const posts = await renamedPostChanges(context, [next])
  const written = await store.commit(
    [{ kind: 'unit', id: unit.id, expectedVersion: version, ...decision.value }, ...posts],
    reply,
  )
  return written.ok ? ok(reply) : written
}
