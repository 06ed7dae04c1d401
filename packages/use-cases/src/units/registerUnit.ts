import type { registerUnit as operation } from '@anjie/contracts/operations/units'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { naturalId } from '@anjie/domain/naturalId'
import { registeredUnit } from '@anjie/domain/units/registeredUnit'
import { looksTheSame, unitIdentity } from '@anjie/domain/units/unitIdentity'
import { unitFault } from '@anjie/domain/units/unitParent'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ceasedCounty } from './ceasedCounty.ts'
import { nearTwin, sameUnit, twinFault } from './twinFault.ts'

/**
 * 登记基层单位. A namesake of the same kind under the same township is refused, and one that may be the same unit under another
 * spelling is asked about. The id follows from what the unit is, as when units are taken on board: two clerks at once cannot
 * register one twice, and the list may lag.
 */
export const registerUnit: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, scope, now } = context
  if (scope.level !== 'county') throw new Error('units are registered by their county')
  const closed = await ceasedCounty(context)
  if (closed !== undefined) return err(closed)
  const parent = body.parentId === undefined ? undefined : (await store.get('unit', body.parentId))?.state
  if (body.parentId !== undefined && parent === undefined)
    return err(unitFault('/parentId', '没有找到所属乡镇（街道）'))
  const confirmedOther = body.confirmedOther === true
  const twin = await twinFault(store, body, confirmedOther)
  if (twin !== undefined) return err(twin)
  const idOf = (other: boolean) => {
    const identity = unitIdentity({ county: scope.county, ...body, parentName: parent?.name }, other)
    return UnitId.parse(`${scope.county}.${naturalId(context.digest(identity))}`)
  }
  const first = await store.get('unit', idOf(false))
  // One whose registration was taken back never stood: it is registered again, as its next step.
  const known = first?.state.withdrawn === true ? undefined : first?.state
  if (known !== undefined && known.validTo === undefined && looksTheSame(known.name, body.name))
    return err(sameUnit(known.name, body.name))
  if (known !== undefined && !confirmedOther) return err(nearTwin(known.name, body.name))
  const id = idOf(known !== undefined)
  const before = known === undefined ? first : await store.get('unit', id)
  if (before !== undefined && before.state.withdrawn !== true) return err(sameUnit(before.state.name, body.name))
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
  const outcome = { id, version: (before?.version ?? 0) + 1, status: 'current' }
  const { next, fact } = decision.value
  const details = confirmedOther ? { ...fact.details, checked: '与名称相近的单位不是同一个' } : fact.details
  const written = await store.commit(
    [{ kind: 'unit', id, expectedVersion: before?.version ?? 0, next, fact: { ...fact, details } }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
