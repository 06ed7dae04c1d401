import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { PublicProvince } from '@anjie/contracts/vocabulary/publicRecords'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/** Which provinces publish here. The division tree has the last word; until it is there, a title says which province it is in. */
export const publicProvinces: Projection = (fact) => {
  switch (fact.kind) {
    case 'divisions':
      return [provinceWrite(fact.after.province, `1#${orderOfVersion(fact.version)}`)]
    case 'title': {
      const { provinceName } = fact.after
      return [provinceWrite({ code: provinceCodeOf(fact.after.county), name: provinceName }, `0#${provinceName}`)]
    }
    default:
      return []
  }
}

const provinceWrite = (province: { code: string; name: string }, order: string): Write => ({
  table: 'public',
  ...publicKeys.province(province.code),
  order,
  content: { body: { code: province.code, name: province.name } satisfies Record<keyof PublicProvince, string> },
})
