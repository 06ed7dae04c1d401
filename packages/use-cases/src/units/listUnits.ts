import type { listUnits as operation } from '@anjie/contracts/operations/units'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

const byName = new Intl.Collator('zh-CN', { numeric: true })

/** 本县基层单位: the county's register, ended units included, by name. */
export const listUnits: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store }, { query }) => {
  const rows = await allRows(store, 'unit')
  const wanted = rows.filter(({ fields }) => query.kind === undefined || fields.unitKind === query.kind)
  const found = await store.getMany(
    'unit',
    wanted.map(({ id }) => id),
  )
  const units = [...found.values()].map(({ state, version }) => ({ ...state, version }))
  return ok({ units: units.sort((one, other) => byName.compare(one.name, other.name)) })
}
