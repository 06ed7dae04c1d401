import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { PlainDate } from '../plainDate.ts'
import { Unit } from './unit.ts'
import { UnitKind } from './unitKind.ts'

export const UnitRow = z.strictObject({
  county: CountyCode,
  kind: UnitKind,
  name: Unit.shape.name,
  /** 所属乡镇（街道）, registered before it or earlier in the same call. */
  parentName: Unit.shape.name.optional(),
  validFrom: PlainDate,
})
export type UnitRow = z.infer<typeof UnitRow>
