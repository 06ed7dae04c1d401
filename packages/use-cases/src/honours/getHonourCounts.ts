import type { getHonourCounts as operation } from '@anjie/contracts/operations/honours'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { countsOf } from './countsRecord.ts'

const byName = new Intl.Collator('zh-CN', { numeric: true })

/** 户数 of a year: each village and community that stands, with what was entered for it. */
export const getHonourCounts: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await countsOf(context, params)
  if (!found.ok) return found
  const { type, record } = found.value
  const rows = await allRows(context.store, 'unit')
  const entered = new Map(record?.state.units.map((unit) => [unit.unitId, unit]))
  const units = rows
    .filter(({ status, fields }) => status === 'current' && type.unitKinds.includes(fields.unitKind))
    .map(({ id, title, place }) => {
      const unitId = UnitId.parse(id)
      const counted = entered.get(unitId)
      return {
        unitId,
        unitName: title,
        ...(place === '' ? {} : { townshipName: place }),
        ...(counted === undefined ? {} : { households: counted.households, families: counted.families }),
      }
    })
    .sort(
      (one, other) =>
        byName.compare(one.townshipName ?? '', other.townshipName ?? '') ||
        byName.compare(one.unitName, other.unitName),
    )
  return ok({
    honourName: type.name,
    version: record?.version ?? 0,
    ...(record === undefined ? {} : { status: record.state.status }),
    ...(record?.state.publishedOn === undefined ? {} : { publishedOn: record.state.publishedOn }),
    ...(record?.state.documentNumber === undefined ? {} : { documentNumber: record.state.documentNumber }),
    units,
  })
}
