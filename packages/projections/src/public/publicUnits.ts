import { FACTS } from '@anjie/contracts/facts/facts'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { PublicUnit, PublicUnitChange } from '@anjie/contracts/vocabulary/publicRecords'
import { beijingDay, hidePersonalNumbers } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import type { FactOf } from '../readFact.ts'
import { orderOfVersion } from '../write.ts'
import { pinyinOf } from './pinyin.ts'
import { readingsWithin } from './placeReadings.ts'

/** 单位现状: a unit once it was renamed or ended. Others are not published: the public meets a unit by its titles only. */
export const publicUnits: Projection = (fact) => {
  if (fact.kind !== 'unit') return []
  const { after, recordId, version } = fact
  const isChanged = after.validTo !== undefined || (after.formerNames ?? []).length > 0
  // What was taken back is known to nobody outside; what was published of it goes.
  const isGone = after.withdrawn === true || (!isChanged && fact.type === 'UnitStepTakenBack')
  if (!isChanged && !isGone) return []
  const province = provinceCodeOf(after.county)
  const row = { table: 'public', order: orderOfVersion(version) } as const
  if (isGone)
    return [publicKeys.unitRow(province, recordId), publicKeys.unitNow(recordId)].map((key) => ({
      ...row,
      ...key,
      content: null,
    }))
  const readings = readingsWithin(after.county)
  const named = (name: string) => {
    const shown = hidePersonalNumbers(name)
    return { name: shown, pinyin: pinyinOf(shown, readings) }
  }
  const body = PublicUnit.parse({
    unitId: recordId,
    province,
    county: after.county,
    kind: after.kind,
    ...named(after.name),
    ...(after.parentName === undefined ? {} : { parentName: hidePersonalNumbers(after.parentName) }),
    ...(after.formerNames === undefined
      ? {}
      : { formerNames: after.formerNames.map(({ name, until }) => ({ ...named(name), until })) }),
    ...(after.moved === undefined ? { endedOn: after.validTo } : {}),
  })
  const change = unitChange(fact)
  return [
    { ...row, ...publicKeys.unitRow(province, recordId), content: { body } },
    { ...row, ...publicKeys.unitNow(recordId), content: { body } },
    ...(change === undefined
      ? []
      : [{ ...row, ...publicKeys.unitChange(recordId, version), content: { body: change } }]),
  ]
}

/** 单位沿革: a line for each change, with the document that it is by. */
function unitChange({ type, details, version, at }: FactOf<'unit'>): PublicUnitChange | undefined {
  if (type === 'UnitRegistered' || type === 'UnitMovedIn') return undefined
  const said = Object.entries(details).map(([name, value]) => [name, hidePersonalNumbers(String(value))])
  return PublicUnitChange.parse({
    ...Object.fromEntries(said),
    on: PlainDate.safeParse(details['on']).data ?? beijingDay(at),
    version,
    name: FACTS[type].name,
  })
}
