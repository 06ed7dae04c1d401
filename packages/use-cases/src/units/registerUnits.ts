import type { RowsAnswer } from '@anjie/contracts/platform/command'
import type { CountyCode, DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { UnitRow } from '@anjie/contracts/vocabulary/units/unitRow'
import { naturalId } from '@anjie/domain/naturalId'
import { registeredUnit } from '@anjie/domain/units/registeredUnit'
import { looksTheSame, unitIdentity } from '@anjie/domain/units/unitIdentity'
import { createMissing } from '../createMissing.ts'
import type { Change, CommandContext } from '../ports.ts'

/**
 * 批量登记基层单位 when a county is taken on board. A unit's id follows from its county, kind, township and name, whatever the
 * spelling, so that repeating the call changes nothing. A spelling that is not the registered one is refused and names it.
 */
export async function registerUnits(
  { store, now, digest }: Pick<CommandContext, 'store' | 'now' | 'digest'>,
  divisions: DivisionTree,
  rows: readonly UnitRow[],
): Promise<RowsAnswer> {
  const idOf = (county: CountyCode, kind: Unit['kind'], name: string, parentName = ''): UnitId =>
    UnitId.parse(`${county}.${naturalId(digest(unitIdentity({ county, kind, name, parentName })))}`)
  const townshipOf = ({ county, parentName }: UnitRow): UnitId | undefined =>
    parentName === undefined ? undefined : idOf(county, 'township', parentName)

  const wanted = rows.flatMap((row) =>
    [townshipOf(row) ?? [], idOf(row.county, row.kind, row.name, row.parentName)].flat(),
  )
  const known = new Map([...(await store.getMany('unit', [...new Set(wanted)]))].map(([id, { state }]) => [id, state]))
  const counties = new Set<string>(divisions.counties.map(({ code }) => code))
  const refused: RowsAnswer['refused'] = []
  const creations = new Map<string, Change<'unit'>>()
  let repeated = 0

  const ids = rows.map((row, index) => {
    const refuse = (reason: string) => {
      refused.push({ row: index + 1, reason })
      return null
    }
    if (!counties.has(row.county)) return refuse(`${divisions.province.name}没有代码为${row.county}的县级单位`)
    const townshipId = townshipOf(row)
    const parent = townshipId === undefined ? undefined : (known.get(townshipId) ?? creations.get(townshipId)?.next)
    if (townshipId !== undefined && parent === undefined) return refuse(`没有登记过“${row.parentName}”`)
    const id = idOf(row.county, row.kind, row.name, row.parentName)
    const twin = known.get(id) ?? creations.get(id)?.next
    // Renamed since: it is still the unit that was registered by that name.
    const names = twin === undefined ? [] : [twin.name, ...(twin.formerNames ?? []).map((former) => former.name)]
    if (twin !== undefined && !names.some((name) => looksTheSame(name, row.name))) {
      return refuse(`“${row.name}”与“${twin.name}”可能是同一个单位；确不是的，请由县级在“单位”页登记并确认`)
    }
    if (known.get(id)?.withdrawn === true) return refuse(`“${row.name}”的登记已被县级撤回；请由县级重新登记`)
    const unit = registeredUnit({ ...row, id, parent, now })
    if (!unit.ok) return refuse(unit.error.detail)
    if (creations.has(id)) repeated += 1
    else creations.set(id, { kind: 'unit', id, expectedVersion: 0, ...unit.value })
    return id
  })
  const created = await createMissing(store, 'unit', [...creations.values()])
  return { ok: true, created: created.size, unchanged: creations.size - created.size + repeated, refused, ids }
}
