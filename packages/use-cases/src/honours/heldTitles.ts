import type { HeldTitle } from '@anjie/domain/honours/eligibility'
import { allRows } from '../allRows.ts'
import type { RecordStore } from '../ports.ts'

/** The titles of a county's units as its list shows them, which may be a second old; a naming takes days. */
export async function heldTitles(store: RecordStore): Promise<readonly HeldTitle[]> {
  const rows = await allRows(store, 'title')
  return rows.map(({ title, status, fields }) => ({
    honour: fields.honour,
    level: fields.level,
    year: fields.year,
    status,
    unitName: title,
    ...(fields.validUntil === undefined ? {} : { validUntil: fields.validUntil }),
    ...(fields.serial === undefined ? {} : { serial: fields.serial }),
    ...(fields.unitId === undefined ? {} : { unitId: fields.unitId }),
    ...(fields.townshipName === undefined ? {} : { townshipName: fields.townshipName }),
  }))
}
