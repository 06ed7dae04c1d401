import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 地名读音 that the office wrote into its list of divisions, so that places are found by them. */
export const publicReadings: Projection = (fact) => {
  if (fact.kind !== 'divisions') return []
  return [
    {
      table: 'public',
      ...publicKeys.readings(fact.after.province.code),
      order: orderOfVersion(fact.version),
      content: { body: { readings: fact.after.readings ?? [] } },
    },
  ]
}
