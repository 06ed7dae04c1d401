import type { listTitles as operation } from '@anjie/contracts/operations/honours'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { beijingDay, ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 本辖区称号, page by page; what became of the unit since is said beside the title's own state. */
export const listTitles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, now },
  { query },
) => {
  const { cursor, honour, ...filter } = query
  // A city and a province list only the units that changed; a county lists its register.
  const [page, units] = await Promise.all([
    store.find('title', { ...filter, group: honour }, { cursor }),
    allRows(store, 'unit'),
  ])
  if (!page.ok) return page
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const today = beijingDay(now)
  return ok({
    ...page.value,
    rows: page.value.rows.map((row) => {
      const unit = row.fields.unitId === undefined ? undefined : byId.get(row.fields.unitId)
      return unit === undefined ? row : withUnit(row, unit, today)
    }),
  })
}

function withUnit(row: ListRowOf<'title'>, unit: ListRowOf<'unit'>, today: string): ListRowOf<'title'> {
  const { validTo } = unit.fields
  const words = [
    ...(unit.title === row.title ? [] : [`单位现名“${unit.title}”`]),
    ...(validTo !== undefined && validTo < today ? ['单位已撤并'] : []),
  ]
  return words.length === 0 ? row : { ...row, statusName: `${row.statusName}（${words.join('，')}）` }
}
