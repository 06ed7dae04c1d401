import { addDays } from '@anjie/calendar-cn'
import type { RowChange } from '@anjie/contracts/vocabulary/intake/importBatch'
import { UNIT_KIND_NAMES } from '../units/unitKindNames.ts'
import type { UnitStep } from './planUnitRows.ts'
import { UNIT_CHANGE_NAMES } from './unitForm.ts'

export type ChangingStep = Exclude<UnitStep, { act: 'settled' | 'refused' }>

export const unitVerb = ({ act }: ChangingStep): string => UNIT_CHANGE_NAMES[act]

/** What a row changes, field by field. */
export function unitRowChanges(step: ChangingStep): readonly RowChange[] {
  if (step.act === 'register') {
    const parent = step.parent?.name ?? step.parentName
    return [
      { name: '名称', after: step.name },
      { name: '类型', after: UNIT_KIND_NAMES[step.kind] },
      ...(parent === undefined ? [] : [{ name: '所属乡镇（街道）', after: parent }]),
      { name: '设立日期', after: step.validFrom },
    ]
  }
  const basis = { name: '批准依据', after: step.basis }
  if (step.act === 'rename') return [{ name: '名称', before: step.unit.name, after: step.name }, basis]
  const until = { name: '存续至', after: addDays(step.on, -1) }
  return step.act === 'merge' ? [until, { name: '并入', after: step.into.name }, basis] : [until, basis]
}
