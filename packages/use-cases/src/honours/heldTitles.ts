import { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { HeldTitle } from '@anjie/domain/honours/eligibility'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { foundRows } from '../foundRows.ts'
import type { RecordStore } from '../ports.ts'

/** A public list may call a community a village or leave the word off; whose title it is, the rule decides. */
const LAST_WORD = /(?<=.)(村|社区)$/

/**
 * The titles under a unit's names, today's and former ones, as the county's list shows them, which may be a second old; a
 * naming takes days.
 */
export async function heldTitles(
  store: RecordStore,
  { kind, name, formerNames = [] }: Pick<Unit, 'kind' | 'name' | 'formerNames'>,
  county: string,
): Promise<readonly HeldTitle[]> {
  const names = [name, ...formerNames.map((former) => former.name)]
  const stems = new Set(names.map((each) => unitNameKey(each, kind).replace(LAST_WORD, '')))
  const found = await Promise.all(
    [...stems].map((stem) => foundRows(store, 'title', { stage: 'open', name: stem }, county)),
  )
  return found.flat().map(({ id, title, status, fields }) => ({
    id: TitleId.parse(id),
    honour: fields.honour,
    level: fields.level,
    ...(fields.grade === undefined ? {} : { grade: fields.grade }),
    ...(fields.namedOn === undefined ? {} : { namedOn: fields.namedOn }),
    year: fields.year,
    status,
    unitName: title,
    ...(fields.validUntil === undefined ? {} : { validUntil: fields.validUntil }),
    ...(fields.serial === undefined ? {} : { serial: fields.serial }),
    ...(fields.unitId === undefined ? {} : { unitId: fields.unitId }),
    ...(fields.townshipName === undefined ? {} : { townshipName: fields.townshipName }),
  }))
}
