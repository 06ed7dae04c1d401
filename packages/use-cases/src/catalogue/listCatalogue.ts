import type { listCatalogue as operation } from '@anjie/contracts/operations/catalogue'
import { ok, textKey } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** Fewer than so many, and what occurs inside of names is looked for as well. */
const FEW = 10
const MOST_INSIDE = 40

/** 数据目录, page by page; a name by its beginning, its pinyin or its initials, and where few begin so, by what occurs in it. */
export const listCatalogue: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope },
  { query },
) => {
  const { cursor, ...filter } = query
  const page = await store.find('catalogue-item', filter, { cursor, of: scope.province })
  if (!page.ok) return page
  const wanted = textKey(filter.name ?? '')
  const { rows } = page.value
  if (wanted.length < 2 || cursor !== undefined || page.value.cursor !== undefined || rows.length >= FEW)
    return ok({ ...page.value, rows: [...rows] })
  const known = new Set(rows.map(({ id }) => id))
  const inside = (await store.listProvincial('catalogue-item')).filter(
    ({ id, title, status, fields }) =>
      !known.has(id) &&
      (filter.stage === undefined || (filter.stage === 'open') === (status === 'current')) &&
      (textKey(title).includes(wanted) || textKey(fields.code).startsWith(wanted)),
  )
  return ok({ rows: [...rows, ...inside.slice(0, MOST_INSIDE)] })
}
