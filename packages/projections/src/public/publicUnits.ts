import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PublicUnit } from '@anjie/contracts/vocabulary/publicRecords'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'
import { hidePersonalNumbers } from './hidePersonalNumbers.ts'

/** 单位现状: a unit once it was renamed or ended. Others are not published: the public meets a unit by its titles only. */
export const publicUnits: Projection = (fact) => {
  if (fact.kind !== 'unit') return []
  const { after, recordId, version } = fact
  if (after.validTo === undefined && (after.formerNames ?? []).length === 0) return []
  const province = provinceCodeOf(after.county)
  const body = PublicUnit.parse({
    unitId: recordId,
    province,
    county: after.county,
    kind: after.kind,
    name: hidePersonalNumbers(after.name),
    ...(after.parentName === undefined ? {} : { parentName: hidePersonalNumbers(after.parentName) }),
    ...(after.formerNames === undefined
      ? {}
      : { formerNames: after.formerNames.map(({ name, until }) => ({ name: hidePersonalNumbers(name), until })) }),
    endedOn: after.validTo,
  })
  return [
    {
      table: 'public',
      ...publicKeys.unitRow(province, recordId),
      order: orderOfVersion(version),
      content: { body },
    },
  ]
}
