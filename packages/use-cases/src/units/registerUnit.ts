import type { registerUnit as operation } from '@anjie/contracts/operations/units'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { naturalId } from '@anjie/domain/naturalId'
import { registeredUnit } from '@anjie/domain/units/registeredUnit'
import { unitFault } from '@anjie/domain/units/unitParent'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ceasedCounty } from './ceasedCounty.ts'
import { hasNamesake } from './hasNamesake.ts'

/** 登记基层单位. A namesake of the same kind under the same township is refused: it is most likely the same unit. */
export const registerUnit: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, now } = context
  if (scope.level !== 'county') throw new Error('units are registered by their county')
  const closed = ceasedCounty(context)
  if (closed !== undefined) return err(closed)
  const parent = body.parentId === undefined ? undefined : (await store.get('unit', body.parentId))?.state
  if (body.parentId !== undefined && parent === undefined)
    return err(unitFault('/parentId', '没有找到所属乡镇（街道）'))
  if (await hasNamesake(store, body)) return err(unitFault('/name', `已登记过“${body.name}”`))
  // The id follows from what it stands for, as when units are taken on board: two clerks at once cannot register one twice.
  const key = { county: scope.county, kind: body.kind, name: body.name, parentName: parent?.name ?? '' }
  const id = UnitId.parse(`${scope.county}.${naturalId(context.digest(key))}`)
  if ((await store.get('unit', id)) !== undefined) return err(unitFault('/name', `已登记过“${body.name}”`))
  const decision = registeredUnit({
    id,
    county: scope.county,
    kind: body.kind,
    name: body.name,
    validFrom: body.validFrom,
    parent,
    now,
  })
  if (!decision.ok) return decision
  const outcome = { id, version: 1, status: 'current' }
  const written = await store.commit([{ kind: 'unit', id, expectedVersion: 0, ...decision.value }], outcome)
  return written.ok ? ok(outcome) : written
}
