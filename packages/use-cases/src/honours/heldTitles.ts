import { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { HeldTitle } from '@anjie/domain/honours/eligibility'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { foundRows } from '../foundRows.ts'
import type { RecordStore } from '../ports.ts'

/** A public list may call a community a village or leave the word off; whose title it is, the rule decides. */
const LAST_WORD = /(?<=.)(村|社区)$/

/** What the rows of a unit's titles and cases are found by: its names, today's and former ones. */
export const namesInLists = ({
  kind,
  name,
  formerNames = [],
}: Pick<Unit, 'kind' | 'name' | 'formerNames'>): readonly string[] => {
  const names = [name, ...formerNames.map((former) => former.name)]
  return [...new Set(names.map((each) => unitNameKey(each, kind).replace(LAST_WORD, '')))]
}

/**
 * The titles under a unit's names, today's and former ones, as the county's list shows them, which may be a second old; a
 * naming takes days.
 */
export async function heldTitles(
  store: RecordStore,
  unit: Pick<Unit, 'kind' | 'name' | 'formerNames'>,
  county: string,
): Promise<readonly HeldTitle[]> {
  const found = await Promise.all(namesInLists(unit).map((stem) => foundRows(store, 'title', { name: stem }, county)))
  // What ended says something only where it keeps the unit out.
  return found
    .flat()
    .filter(({ status, fields }) => status !== 'revoked' || fields.reapplyFrom !== undefined)
    .map(heldTitleIn)
}

/** A row of the list of titles as the rules look at it. */
export function heldTitleIn({ id, title, status, fields }: ListRowOf<'title'>): HeldTitle {
  return {
    id: TitleId.parse(id),
    honour: fields.honour,
    level: fields.level,
    ...(fields.grade === undefined ? {} : { grade: fields.grade }),
    ...(fields.namedOn === undefined ? {} : { namedOn: fields.namedOn }),
    year: fields.year,
    status,
    unitName: title,
    ...(fields.validFrom === undefined ? {} : { validFrom: fields.validFrom }),
    ...(fields.validUntil === undefined ? {} : { validUntil: fields.validUntil }),
    ...(fields.continuesSince === undefined ? {} : { continuesSince: fields.continuesSince }),
    ...(fields.reapplyFrom === undefined ? {} : { reapplyFrom: fields.reapplyFrom }),
    ...(fields.serial === undefined ? {} : { serial: fields.serial }),
    ...(fields.unitId === undefined ? {} : { unitId: fields.unitId }),
    ...(fields.townshipName === undefined ? {} : { townshipName: fields.townshipName }),
  }
}
