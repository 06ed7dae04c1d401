import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import type { UnitSheetRow } from './planUnitRows.ts'
import { UNIT_CHANGE_NAMES, type UnitSheetChange } from './unitForm.ts'

const isChange = (value: string): value is UnitSheetChange => Object.hasOwn(UNIT_CHANGE_NAMES, value)

/** A row of a unit sheet as the plan takes it. */
export function unitSheetRow(
  { sheet, row }: { readonly sheet: string; readonly row: number },
  values: ReadonlyMap<string, string | boolean>,
): UnitSheetRow {
  const text = (code: string): string | undefined => {
    const value = values.get(code)
    return typeof value === 'string' ? value : undefined
  }
  const day = (code: string): PlainDate | undefined => PlainDate.safeParse(text(code)).data
  const change = text('change') ?? 'register'
  return {
    sheet,
    row,
    name: text('name') ?? '',
    township: text('township'),
    kind: UNIT_KINDS.find((kind) => kind === text('kind')),
    validFrom: day('validFrom'),
    change: isChange(change) ? change : 'register',
    to: text('to'),
    on: day('on'),
    basis: text('basis'),
  }
}
