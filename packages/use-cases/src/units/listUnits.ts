import type { listUnits as operation } from '@anjie/contracts/operations/units'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

const byName = new Intl.Collator('zh-CN', { numeric: true })

/** 本县基层单位: the county's register, ended units included, by name. */
export const listUnits: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope },
  { query },
) => {
  if (scope.level === 'unit') {
    const own = await store.get('unit', scope.unit)
    const shown = own !== undefined && (query.kind === undefined || own.state.kind === query.kind)
    return ok({ units: shown ? [{ ...own.state, version: own.version }] : [] })
  }
  const rows = await allRows(store, 'unit')
  const wanted = rows.filter(({ fields }) => query.kind === undefined || fields.unitKind === query.kind)
  const units = wanted.map(
    ({ id, version, title, place, updatedAt, fields: { unitKind, successors = [], ...rest } }) => ({
      ...rest,
      successors,
      id: UnitId.parse(id),
      county: countyCodeOf(id),
      kind: unitKind,
      name: title,
      ...(place === '' ? {} : { parentName: place }),
      updatedAt,
      version,
    }),
  )
  return ok({ units: units.sort((one, other) => byName.compare(one.name, other.name)) })
}
